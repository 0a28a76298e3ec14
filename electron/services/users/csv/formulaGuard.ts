/** What spreadsheets take for the beginning of a formula (OWASP, CSV Injection), with the wide forms of CJK keyboards. */
const formulaStart = '[=+\\-@\\t\\r\\n＝＋－＠]';

/** Where a cell begins, also for a spreadsheet that separates by semicolons or tabs and takes our quotes for text. */
const cellStart = '(?:^|[;\\t\\r\\n])"*';

/** What stands first in each pattern is there for speed: it spares most places the look back over quotes. */
const dangerous = new RegExp(`(?='|${formulaStart})(?<=${cellStart})(?='*${formulaStart})`, 'g');
const guards = new RegExp(`'(?<=${cellStart}')(?='*${formulaStart})`, 'g');

/** A text that no spreadsheet runs: an apostrophe stands before what could be taken for a formula. */
export const guardFormula = (text: string): string => text.replace(dangerous, "'");

/** The text that `guardFormula` was given, whatever it was. */
export const unguardFormula = (text: string): string => text.replace(guards, '');
