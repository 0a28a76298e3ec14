import { z } from 'zod';

export const languages = ['en', 'fr', 'de'] as const;
export const languageSchema = z.enum(languages);
export type Language = z.infer<typeof languageSchema>;

/** The language of the product that a tag names (BCP 47 `fr-CH`, POSIX `fr_CH.UTF-8`); undefined: another one. */
export const languageOf = (tag: string): Language | undefined =>
  languages.find((language) => tag.toLowerCase().split(/[-_.@]/)[0] === language);
