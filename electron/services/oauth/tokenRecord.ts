import { z } from 'zod';
import { readJson } from '../../protocols/text/readJson.ts';

const recordSchema = z.strictObject({
  format: z.literal(1),
  /** When the provider last gave something. */
  givenAt: z.iso.datetime(),
  /** What the library for the provider remembers. */
  cache: z.string(),
});

/** What the vault keeps of one sign-in. `givenAtMs`: when the provider last gave something, ms since 1970 UTC. */
export type TokenRecord = { givenAtMs: number; cache: string };

/** What a record says; null: it is damaged. */
export const readTokenRecord = (text: string): TokenRecord | null => {
  const { data } = recordSchema.safeParse(readJson(text));
  return data === undefined ? null : { givenAtMs: Date.parse(data.givenAt), cache: data.cache };
};

/** The text of a record. */
export const writeTokenRecord = ({ givenAtMs, cache }: TokenRecord): string => {
  const record: z.infer<typeof recordSchema> = {
    format: 1,
    givenAt: new Date(givenAtMs).toISOString(),
    cache,
  };
  return JSON.stringify(record);
};
