import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { ifThere } from '../files/ifThere.ts';

const linkSchema = z.strictObject({ number: z.int().nonnegative(), hash: z.string() });
const stretchSchema = z.strictObject({ before: linkSchema, newest: linkSchema });

/** `restored`: the stretch of a backup that is about to be put in force, or was. */
const knownSchema = stretchSchema.extend({ restored: stretchSchema.optional() });
export type KnownStretch = z.infer<typeof knownSchema>;

/** What is known outside the database; null: nothing yet. The file is written as a whole, so nonsense is somebody else's. */
export const readKnownStretch = async (file: string): Promise<KnownStretch | 'unreadable' | null> => {
  const text = await ifThere(readFile(file, 'utf8'));
  if (text === null) return null;
  try {
    return knownSchema.parse(JSON.parse(text));
  } catch {
    return 'unreadable';
  }
};
