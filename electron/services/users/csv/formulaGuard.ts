/** What spreadsheets take for the beginning of a formula (OWASP, CSV Injection), with the wide forms of CJK keyboards. */
const formulaStart = '[=+\\-@\\t\\r\\n＝＋－＠]';
const dangerous = new RegExp(`^'*${formulaStart}`);
const guarded = new RegExp(`^'+${formulaStart}`);

/** A text that no spreadsheet runs: an apostrophe stands before what could be taken for a formula. */
export const guardFormula = (text: string): string => (dangerous.test(text) ? `'${text}` : text);

/** The text that `guardFormula` was given, whatever it was. */
export const unguardFormula = (text: string): string => (guarded.test(text) ? text.slice(1) : text);
