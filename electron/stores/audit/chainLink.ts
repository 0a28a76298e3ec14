import type { Kysely, Transaction } from 'kysely';
import type { Tables } from '../database/tables.ts';

/** An entry as the next one is bound to it; number 0: none was ever written. */
export type ChainLink = { number: number; hash: string };

/** What comes before the oldest entry that is kept, and the newest one. */
export type ChainStretch = { before: ChainLink; newest: ChainLink };

export type ChainReader = Kysely<Tables> | Transaction<Tables>;

/** What comes before the oldest entry that is kept. */
export const linkBefore = async (reader: ChainReader): Promise<ChainLink> => {
  const { firstNumber, hashBefore } = await reader
    .selectFrom('auditAnchor')
    .selectAll()
    .executeTakeFirstOrThrow();
  return { number: firstNumber - 1, hash: hashBefore };
};

/** The newest entry, or what the next one follows when none is kept. */
export const lastLink = async (reader: ChainReader): Promise<ChainLink> => {
  const last = await reader
    .selectFrom('audit')
    .select(['number', 'hash'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last ?? linkBefore(reader);
};

export const stretchOf = async (reader: ChainReader): Promise<ChainStretch> => ({
  before: await linkBefore(reader),
  newest: await lastLink(reader),
});
