/** A name that programs like to stumble over. */
export type OddName = {
  /** sAMAccountName. */
  readonly name: string;
  /** At most 64 characters (rangeUpper of cn). */
  readonly commonName: string;
  /** At most 256 characters (rangeUpper of displayName). */
  readonly displayName?: string;
};

/** Umlauts, every character that a DN or a filter treats specially, the longest names, both writing directions. */
export const oddNames: readonly OddName[] = [
  { name: 'jürgen.müller', commonName: 'Müller, Jürgen' },
  { name: 'odd.quotes', commonName: 'Bob "Bobby" O\'Brien' },
  { name: 'odd.parentheses', commonName: 'Ann (Sales)' },
  { name: 'odd.asterisk', commonName: 'Ann *' },
  { name: 'odd.backslash', commonName: 'CORP\\Ann' },
  { name: 'odd.operators', commonName: '#1 <a+b=c>; d/e' },
  { name: 'odd.filter', commonName: 'x)(objectClass=*' },
  { name: 'łukasz', commonName: 'Łukasz Żółć' },
  { name: 'odd.hebrew', commonName: 'דוד לוי', displayName: 'דוד לוי (Support)' },
  { name: 'odd.arabic', commonName: 'محمد علي' },
  { name: 'odd.japanese', commonName: '山田 太郎' },
  { name: 'odd.emoji', commonName: 'Zoë 🦊' },
  { name: 'odd.longest', commonName: 'N'.repeat(64), displayName: 'Long name '.repeat(26).slice(0, 256) },
];
