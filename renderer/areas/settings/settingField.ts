/** A field of a form, and which part of where its value comes from. */
export type SettingField = { field: string; part: 'value' | 'source' | 'name' };

const partPattern = /^(.*\.(?:userName|password|tenantId|clientId|secret))\.(source|name|record|value)$/;

/** The field of the form that a setting is part of. */
export const settingField = (path: string): SettingField => {
  const [, field = path, part] = partPattern.exec(path) ?? [];
  return { field, part: part === 'source' || part === 'name' ? part : 'value' };
};

/** The field of the own sign-in that a field of the mailbox's sign-in is called after; null: it is none of these. */
export const namesakeOf = (field: string): string | null =>
  /^arrival\.(authentication\..+)$/.exec(field)?.[1] ?? null;
