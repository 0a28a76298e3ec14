import { type Clue, isReply } from './clue.ts';
import { type Match, matchRule } from './matchRule.ts';
import { generalRules, particularRules } from './rules/allRules.ts';

/**
 * Finds what a text or a symptom means: first what its replies say, then what stands around them (a bounce brings the
 * original message along, whose words mean nothing here), at last what a bare reply code says.
 */
export const findCause = (clues: readonly Clue[]): Match | null => {
  const replies = clues.filter(isReply);
  const others = clues.filter((clue) => !isReply(clue));
  return (
    matchRule(particularRules, replies) ??
    matchRule(particularRules, others) ??
    matchRule(generalRules, replies)
  );
};
