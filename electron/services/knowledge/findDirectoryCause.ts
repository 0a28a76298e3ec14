import type { Clue } from './clue.ts';
import { findCause } from './findCause.ts';
import { type Match, matchRule } from './matchRule.ts';
import { directoryRules } from './rules/allRules.ts';

/** Replies of mail with both codes: beyond doubt, whatever they talk about. */
export const fullReplies = (clues: readonly Clue[]): Clue[] =>
  clues.filter(({ enhanced, reply }) => enhanced !== null && reply !== null);

/**
 * Finds what a text or a symptom of LDAP, Active Directory or Kerberos means. A full reply of a mail server that could not
 * ask its directory ("451 4.3.0 Temporary lookup failure") is mail.
 */
export const findDirectoryCause = (clues: readonly Clue[]): Match | null =>
  findCause(fullReplies(clues)) ?? matchRule(directoryRules, clues);
