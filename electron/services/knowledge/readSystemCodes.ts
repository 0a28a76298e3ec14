const names = /\b(?:E[A-Z]{2,}|[A-Z][A-Z0-9]{1,20}(?:_[A-Z0-9]{1,20}){1,12}|WSA[A-Z_]{4,}|0x[0-9a-f]{8})\b/gi;
/** Winsock numbers (10004–11999), only where they stand as an error number: port 10025 is none. */
const numbers = /(?:error|errno|code|socket|wsa)\D{0,20}\b(1[01]\d{3})\b|[([](1[01]\d{3})[)\]]/gi;

/** Gives the codes of Node, OpenSSL, Winsock and Schannel that stand in a text, in upper case. */
export const readSystemCodes = (text: string): Set<string> => {
  const codes = [...text.matchAll(names)]
    .map(([name]) => name)
    .filter((name) => !/^e[a-z]+$/i.test(name) || name === name.toUpperCase());
  const socketCodes = [...text.matchAll(numbers)].map((match) => match[1] ?? match[2] ?? '');
  return new Set([...codes, ...socketCodes].map((code) => code.toUpperCase()));
};
