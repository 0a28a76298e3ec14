import { from1 } from './from1.ts';
import { from2 } from './from2.ts';
import { from3 } from './from3.ts';
import { from4 } from './from4.ts';
import type { Migration } from './migrate.ts';

/**
 * Every step there is, one file each (`from1.ts` reads version 1).
 * A new one: change `settingsSchema.ts`, raise its `schemaVersion`, add the step here with a test of old content.
 */
export const migrations: readonly Migration[] = [from1, from2, from3, from4];
