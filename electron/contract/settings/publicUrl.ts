import { z } from 'zod';

/** Over TLS, or on this machine, where the browser door is. No user, query or fragment: a link adds its own. */
const allowed = /^(?:https:\/\/[^/?#@\\\s]+|http:\/\/127\.0\.0\.1(?::\d+)?)(?:\/[^?#\\\s]*)?$/i;

/** True for an address of the pages that a mail may carry. */
export const isPublicUrl = (value: string): boolean =>
  allowed.test(value) && z.url().safeParse(value).success;

/** Where people open the pages with a browser; from the configuration alone, never from a request. */
export const publicUrlSchema = z
  .string()
  .trim()
  .min(1, { abort: true })
  .max(2_048)
  .refine(isPublicUrl, { params: { code: 'publicUrl' } });
