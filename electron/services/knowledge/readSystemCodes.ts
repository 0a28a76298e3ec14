const names =
  /\b(?:E[A-Z]{2,20}|[A-Z][A-Z0-9]{1,20}(?:_[A-Z0-9]{1,20}){1,12}|WSA[A-Z_]{4,20}|0[xX][0-9a-fA-F]{8})\b/g;
/** Winsock numbers (10004–11999), only where they stand as an error number: port 10025 is none. */
const numbers = /(?:error|errno|code|socket|wsa)\D{0,20}\b(1[01]\d{3})\b|[([](1[01]\d{3})[)\]]/gi;

/** Node prints `ERR_SSL_WRONG_VERSION_NUMBER`, BoringSSL and Python `WRONG_VERSION_NUMBER`: the same reason. */
export const systemCodeName = (code: string): string => code.toUpperCase().replace(/^ERR_SSL_/, '');

/** Gives the codes of Node, OpenSSL, Winsock and Schannel that stand in a text, in upper case. */
export const readSystemCodes = (text: string): Set<string> => {
  const codes = text.match(names) ?? [];
  const socketCodes = [...text.matchAll(numbers)].map((match) => match[1] ?? match[2] ?? '');
  return new Set([...codes, ...socketCodes].map(systemCodeName));
};
