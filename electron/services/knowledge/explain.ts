import type { ExplainInput, Explanation } from '../../contract/knowledge/knowledge.contract.ts';
import type { Clue } from './clue.ts';
import { lasts } from './clue.ts';
import { findCause } from './findCause.ts';
import { makeFinding } from './makeFinding.ts';
import { type Match, matchRule } from './matchRule.ts';
import { readClues } from './readClues.ts';
import { transportRules } from './rules/allRules.ts';

const aroundFound = 120;

/** Marks of protocols whose own errors are not in these rules. */
const foreign = /AADSTS\d{4,}|LdapErr|\bLDAP\b|KRB5|\bGSSAPI?\b|Kerberos|<\/?(?:soap|s):|graph\.microsoft/i;

const isForeign = ({ protocol, text }: ExplainInput): boolean =>
  protocol === null ? foreign.test(text) : protocol !== 'smtp' && protocol !== 'tls';

const findTransportCause = (clues: readonly Clue[]): Match | null => matchRule(transportRules, clues);

/** In a text of another protocol only connections and TLS are known, and what is a full SMTP reply beyond doubt. */
const findForeignCause = (clues: readonly Clue[]): Match | null =>
  matchRule(transportRules, clues) ??
  findCause(clues.filter(({ enhanced, reply }) => enhanced !== null && reply !== null));

const matchedWords = ({ clue, index }: Match): string => {
  if (clue.source !== null) return clue.source;
  return clue.text.slice(Math.max(0, index - aroundFound), index + aroundFound).trim();
};

const toExplanation = (match: Match): Explanation => {
  const finding = makeFinding(match.rule.code, {});
  return {
    finding: { ...finding, permanent: lasts(match.clue) ?? finding.permanent },
    matched: matchedWords(match),
  };
};

/**
 * Explains a pasted text: a reply, a bounce, a log line, a stack trace, at most 64 KiB. `protocol` and `stage` narrow it.
 * Null: not known, which is better than a guess.
 */
export const explain = (input: ExplainInput): Explanation | null => {
  const { protocol, stage, text } = input;
  const isOurs = protocol === 'smtp' || protocol === 'tls';
  const clues = readClues(text, { protocol: isOurs ? protocol : null, stage, command: null });
  const find = protocol === 'tls' ? findTransportCause : isForeign(input) ? findForeignCause : findCause;
  const match = find(clues);
  return match && toExplanation(match);
};
