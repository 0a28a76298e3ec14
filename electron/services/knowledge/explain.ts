import type { ExplainInput, Explanation } from '../../contract/knowledge/knowledge.contract.ts';
import type { Clue } from './clue.ts';
import { lasts } from './clue.ts';
import { makeFinding } from './makeFinding.ts';
import { type Match, matchRule } from './matchRule.ts';
import { readClues } from './readClues.ts';
import { allRules, transportRules } from './rules/allRules.ts';

const aroundFound = 120;

/** Marks of protocols whose own errors are not in these rules. */
const foreign = /AADSTS\d{4,}|LdapErr|\bLDAP\b|KRB5|\bGSSAPI?\b|Kerberos|<\/?(?:soap|s):|graph\.microsoft/i;

const isForeign = ({ protocol, text }: ExplainInput): boolean =>
  protocol === null ? foreign.test(text) : protocol !== 'smtp' && protocol !== 'tls';

/** In a text of another protocol only connections and TLS are known, and what is a full SMTP reply beyond doubt. */
const findForeign = (clues: readonly Clue[]): Match | null =>
  matchRule(transportRules, clues) ??
  matchRule(
    allRules,
    clues.filter(({ enhanced, reply }) => enhanced !== null && reply !== null),
  );

const matchedWords = ({ clue, index }: Match): string => {
  if (clue.source !== null) return clue.source;
  return clue.text.slice(Math.max(0, index - aroundFound), index + aroundFound).trim();
};

/**
 * Explains a pasted text: a reply, a bounce, a log line, a stack trace, at most 64 KiB. `protocol` and `stage` narrow it.
 * Null: not known, which is better than a guess.
 */
export const explain = (input: ExplainInput): Explanation | null => {
  const clues = readClues(input.text, {
    protocol: input.protocol === 'smtp' || input.protocol === 'tls' ? input.protocol : null,
    stage: input.stage,
    command: null,
  });
  if (input.protocol === 'tls') return toExplanation(matchRule(transportRules, clues));
  return toExplanation(isForeign(input) ? findForeign(clues) : matchRule(allRules, clues));
};

const toExplanation = (match: Match | null): Explanation | null => {
  if (match === null) return null;
  const finding = makeFinding(match.rule.code, {});
  return {
    finding: { ...finding, permanent: lasts(match.clue) ?? finding.permanent },
    matched: matchedWords(match),
  };
};
