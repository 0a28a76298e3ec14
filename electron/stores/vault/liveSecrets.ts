import { percentSpellings } from '../../masking/percentSpellings.ts';

/** Secrets that are in use right now, so that nothing that is written down carries one. */
export type LiveSecrets = {
  /** From now on `value` is masked; call what it gives when the secret is no longer in use. */
  register(value: string): () => void;
  /**
   * Gives `text` with every live secret replaced, also where it stands in hexadecimal, in UTF-16, percent-encoded or in
   * base64, there also behind something else, as Basic has it (RFC 7617).
   */
  mask(text: string): string;
};

const mark = '[secret]';
/** Shorter ones occur in ordinary words: masking them would hide the text and show the secret. */
const shortest = 4;

/**
 * What base64 shows of a text that stands behind something else, whatever that is: three bytes are four characters, so
 * there are three ways. Each as it stands in the middle of a message, and at its end.
 */
const base64Within = (text: string): string[] =>
  [0, 1, 2].flatMap((before) => {
    const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(text)]);
    const start = Math.ceil((before * 8) / 6);
    const characters = bytes.toString('base64').replace(/=+$/, '');
    return [characters.slice(start), characters.slice(start, Math.floor((bytes.length * 8) / 6))];
  });

/** Half a surrogate pair cannot be percent-encoded, and becomes U+FFFD in UTF-8. */
const spellings = (value: string): string[] => {
  const sent = [value, value.toWellFormed(), ...percentSpellings(value)];
  return [
    ...sent,
    ...sent.map((text) => Buffer.from(text).toString('base64')),
    ...sent.flatMap(base64Within),
    JSON.stringify(value).slice(1, -1),
    Buffer.from(value).toString('hex'),
    Buffer.from(value).toString('hex').toUpperCase(),
    // UTF-16 that is read as UTF-8.
    [...value].join('\0'),
  ];
};

/** The longest first: a shorter one may be a part of it. */
const allSpellings = (value: string): readonly string[] =>
  [...new Set(spellings(value))].toSorted((one, other) => other.length - one.length);

/** Keeps live secrets in memory only, each as often as it was registered. */
export const createLiveSecrets = (): LiveSecrets => {
  const uses = new Map<string, { count: number; spellings: readonly string[] }>();
  const release = (value: string): void => {
    const use = uses.get(value);
    if (use === undefined) return;
    use.count -= 1;
    if (use.count === 0) uses.delete(value);
  };
  return {
    register(value) {
      if (value.length < shortest) return () => undefined;
      const use = uses.get(value) ?? { count: 0, spellings: allSpellings(value) };
      use.count += 1;
      uses.set(value, use);
      let released = false;
      return () => {
        if (!released) release(value);
        released = true;
      };
    },
    mask(text) {
      const all = [...uses.values()]
        .flatMap((use) => use.spellings)
        .sort((one, other) => other.length - one.length);
      return all.reduce((masked, secret) => masked.replaceAll(secret, mark), text);
    },
  };
};
