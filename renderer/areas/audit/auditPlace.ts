import { z } from 'zod';

/** What the address of the audit shows: an entry, and whether only what one user did is listed. */
export type AuditPlace = { number: number | null; userId: string | null };

const userPattern = /^user\/([^/]+)\/?/;

/** Reads the part of the address after the area: `12`, `user/<id>`, `user/<id>/12`. */
export const parseAuditPlace = (id: string | null): AuditPlace => {
  const [prefix = '', userId] = userPattern.exec(id ?? '') ?? [];
  const number = Number((id ?? '').slice(prefix.length));
  return {
    number: Number.isSafeInteger(number) && number > 0 ? number : null,
    userId: z.uuid().safeParse(userId).data ?? null,
  };
};

/** The part of the address after the area; null: the whole list and no entry. */
export const formatAuditPlace = ({ number, userId }: AuditPlace): string | null => {
  const parts = [...(userId === null ? [] : ['user', userId]), ...(number === null ? [] : [String(number)])];
  return parts.length === 0 ? null : parts.join('/');
};
