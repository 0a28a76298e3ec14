import type { Area } from '../route.ts';

/** One thing that the search finds. */
export type SearchableSetting = {
  /** Null: it is in the bar above every page. */
  area: Area | null;
  /** Path of the field in its form; null: the page as a whole. */
  field: string | null;
  /** The part of the area that it is in; left out where it is in whatever is shown there. */
  id?: string;
  /** Key of its label, `namespace:key`; it is searched in every language. */
  label: string;
  /** Setting keys of other products and what their manuals call it, in any language. */
  synonyms: readonly string[];
  /** Its keys in this product's own settings, as history and files name them. */
  keys: readonly string[];
};

/** A field of a mail profile. */
export const mailSetting = (field: string, ...synonyms: readonly string[]): SearchableSetting => ({
  area: 'mail',
  field,
  label: `mail:fields.${field}.label`,
  synonyms,
  keys: [field, `mail.profiles.${field}`],
});
