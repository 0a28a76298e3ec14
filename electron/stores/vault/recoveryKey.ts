import { createHash, randomBytes } from 'node:crypto';

/** Crockford's base32: without I, L, O and U, which are misread. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const groupLength = 5;
const secretBytes = 20;
/** 160 bits of secret are 32 symbols; three more, 15 bits of its digest, notice a slip of the pen. */
const secretSymbols = 32;
const checkSymbols = 3;

const encode = (bytes: Buffer): string => {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{5}/g) ?? []).map((five) => alphabet[Number.parseInt(five, 2)]).join('');
};

const decode = (symbols: string): Buffer => {
  const bits = [...symbols].map((symbol) => alphabet.indexOf(symbol).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)));
};

const checkOf = (secret: Buffer): string =>
  encode(createHash('sha256').update(secret).digest()).slice(0, checkSymbols);

/** A recovery key as people write it: `XXXXX-XXXXX-…`, seven groups. */
export const formatRecoveryKey = (secret: Buffer): string =>
  ((encode(secret) + checkOf(secret)).match(new RegExp(`.{${groupLength}}`, 'g')) ?? []).join('-');

/** 160 random bits. */
export const createRecoverySecret = (): Buffer => randomBytes(secretBytes);

/**
 * The secret behind a typed recovery key; case, dashes and blanks do not matter, O is 0, I and L are 1. Null when it
 * is none: a symbol is missing or wrong.
 */
export const parseRecoveryKey = (typed: string): Buffer | null => {
  const symbols = typed
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  if (symbols.length !== secretSymbols + checkSymbols) return null;
  if ([...symbols].some((symbol) => !alphabet.includes(symbol))) return null;
  const secret = decode(symbols.slice(0, secretSymbols));
  return checkOf(secret) === symbols.slice(secretSymbols) ? secret : null;
};
