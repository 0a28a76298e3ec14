import type { Clue } from './clue.ts';
import { cloudCodes } from './readCloudCodes.ts';
import type { SymptomProtocol } from './symptom.ts';
import { type Match, matchRule } from './matchRule.ts';
import { cloudRules, generalCloudRules, transportRules } from './rules/allRules.ts';

const heard = (protocol: SymptomProtocol, clue: Clue): Clue => ({
  ...clue,
  protocol,
  reply: null,
  enhanced: null,
  systemCodes: new Set([...clue.systemCodes, ...cloudCodes('HTTP', clue.reply)]),
});

/** What is no full reply of mail is heard as the words of the service, and what looks like a reply code as HTTP's. */
export const heardFrom = (protocol: SymptomProtocol, clues: readonly Clue[]): Clue[] =>
  clues.map((clue) => (clue.reply !== null && clue.enhanced !== null ? clue : heard(protocol, clue)));

/**
 * Finds what an answer of a sign-in service, of Microsoft Graph, Exchange Web Services or Outlook means: first what only
 * they say, then the connection (libraries put their own vague error around it), at last what is left.
 */
export const findCloudCause = (clues: readonly Clue[]): Match | null =>
  matchRule(cloudRules, clues) ?? matchRule(transportRules, clues) ?? matchRule(generalCloudRules, clues);
