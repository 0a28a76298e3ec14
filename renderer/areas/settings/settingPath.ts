/** What a setting key of a profile is made of: `mail.profiles.<id>.draft.port`. */
export type ProfilePath = {
  id: string;
  /** Null: the profile as a whole. */
  side: 'active' | 'draft' | null;
  /** Null: the profile or its side as a whole. */
  field: string | null;
};

/** What a setting key of the directory is made of: `directory.active.domain`. */
export type DirectoryPath = {
  side: 'active' | 'draft';
  /** Null: the side as a whole. */ field: string | null;
};

const directoryPattern = /^directory\.(active|draft)(?:\.(.+))?$/;

/** The parts of a key of the directory; null when the setting is none of it. */
export const directoryPathOf = (path: string): DirectoryPath | null => {
  const [, side, field] = directoryPattern.exec(path) ?? [];
  return side === 'active' || side === 'draft' ? { side, field: field ?? null } : null;
};

const pattern = /^mail\.profiles\.([^.]+)(?:\.(active|draft))?(?:\.(.+))?$/;

/** The parts of a key; null when the setting belongs to no profile. */
export const profilePathOf = (path: string): ProfilePath | null => {
  const [, id, side, field] = pattern.exec(path) ?? [];
  if (id === undefined) return null;
  return { id, side: side === 'active' || side === 'draft' ? side : null, field: field ?? null };
};
