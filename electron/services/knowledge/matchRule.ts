import type { Clue } from './clue.ts';
import { lasts } from './clue.ts';
import type { Condition, Rule } from './rules/rule.ts';

const listed = <Value>(wanted: Value | readonly Value[], seen: Value | null): boolean =>
  seen !== null && (Array.isArray(wanted) ? wanted.includes(seen) : wanted === seen);

const fitsPart = (pattern: string, part: string): boolean => {
  const [low = '', high] = pattern.split('-');
  return high === undefined ? low === part : Number(part) >= Number(low) && Number(part) <= Number(high);
};

const fitsEnhanced = (wanted: string | readonly string[], seen: string | null): boolean => {
  if (seen === null) return false;
  const parts = seen.split('.');
  return [wanted]
    .flat()
    .some((pattern) =>
      pattern.split('.').every((piece, index) => piece === 'x' || fitsPart(piece, parts[index] ?? '')),
    );
};

const fitsReply = (wanted: NonNullable<Condition['reply']>, clue: Clue): boolean => {
  if (wanted === 'permanent') return lasts(clue) === true;
  if (wanted === 'temporary') return lasts(clue) === false;
  return listed(wanted, clue.reply);
};

const fitsSystemCode = (wanted: string | readonly string[], { systemCodes }: Clue): boolean =>
  [wanted].flat().some((code) => systemCodes.has(code));

/** Gives where in the clue's text the words of the rule stand (0 for a rule without words), null when it does not fit. */
const place = ({ when }: Rule, clue: Clue): number | null => {
  if (when.enhanced !== undefined && !fitsEnhanced(when.enhanced, clue.enhanced)) return null;
  if (when.reply !== undefined && !fitsReply(when.reply, clue)) return null;
  if (when.stage !== undefined && !listed(when.stage, clue.stage)) return null;
  if (when.command !== undefined && !listed(when.command, clue.command)) return null;
  if (when.protocol !== undefined && !listed(when.protocol, clue.protocol)) return null;
  if (when.systemCode !== undefined && !fitsSystemCode(when.systemCode, clue)) return null;
  if (when.words === undefined) return 0;
  const found = clue.searched.search(when.words);
  return found < 0 ? null : found;
};

export type Match = { rule: Rule; clue: Clue; index: number };

/** Finds the first rule, in the order of the rules, that fits any of the clues. */
export const matchRule = (rules: readonly Rule[], clues: readonly Clue[]): Match | null => {
  for (const rule of rules) {
    for (const clue of clues) {
      const index = place(rule, clue);
      if (index !== null) return { rule, clue, index };
    }
  }
  return null;
};
