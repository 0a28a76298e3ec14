/** Secrets that are in use right now, so that nothing that is written down carries one. */
export type LiveSecrets = {
  /** From now on `value` is masked; call what it gives when the secret is no longer in use. */
  register(value: string): () => void;
  /** Gives `text` with every live secret replaced, also where it stands in base64, in hexadecimal, in UTF-16 or percent-encoded. */
  mask(text: string): string;
};

const mark = '[secret]';
/** Shorter ones occur in ordinary words: masking them would hide the text and show the secret. */
const shortest = 4;

/** Half a surrogate pair cannot be percent-encoded, and becomes U+FFFD in UTF-8. */
const spellings = (value: string): string[] => [
  value,
  value.toWellFormed(),
  encodeURIComponent(value.toWellFormed()),
  Buffer.from(value).toString('base64'),
  JSON.stringify(value).slice(1, -1),
  Buffer.from(value).toString('hex'),
  Buffer.from(value).toString('hex').toUpperCase(),
  // UTF-16 that is read as UTF-8.
  [...value].join('\0'),
];

/** Keeps live secrets in memory only, each as often as it was registered. */
export const createLiveSecrets = (): LiveSecrets => {
  const uses = new Map<string, number>();
  const release = (value: string): void => {
    const left = (uses.get(value) ?? 1) - 1;
    if (left > 0) uses.set(value, left);
    else uses.delete(value);
  };
  return {
    register(value) {
      if (value.length < shortest) return () => undefined;
      uses.set(value, (uses.get(value) ?? 0) + 1);
      let released = false;
      return () => {
        if (!released) release(value);
        released = true;
      };
    },
    mask(text) {
      const all = [...uses.keys()].flatMap(spellings).sort((one, other) => other.length - one.length);
      return all.reduce((masked, secret) => masked.replaceAll(secret, mark), text);
    },
  };
};
