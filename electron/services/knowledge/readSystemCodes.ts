import { readCloudCodes } from './readCloudCodes.ts';
import { readDirectoryCodes } from './readDirectoryCodes.ts';

const names =
  /\b(?:E[A-Z]{2,20}|[A-Z][A-Z0-9]{1,20}(?:_[A-Z0-9]{1,20}){1,12}|WSA[A-Z_]{4,20}|0[xX][0-9a-fA-F]{8})\b/g;
/** Winsock numbers (10004–11999), only where they stand as an error number: port 10025 is none. */
const numbers = /(?:error|errno|code|socket|wsa)\D{0,20}\b(1[01]\d{3})\b|[([](1[01]\d{3})[)\]]/gi;

/** Numbers that Node prints in place of a name (libuv, uv/errno.h): of Windows, and of Linux. */
const nodeNumbers: Readonly<Record<string, string>> = {
  '-4039': 'ETIMEDOUT',
  '-4047': 'EPIPE',
  '-4060': 'ENOBUFS',
  '-4062': 'ENETUNREACH',
  '-4073': 'EHOSTUNREACH',
  '-4077': 'ECONNRESET',
  '-4078': 'ECONNREFUSED',
  '-4079': 'ECONNABORTED',
  '-4090': 'EADDRNOTAVAIL',
  '-4092': 'EACCES',
  '-3008': 'ENOTFOUND',
  '-3001': 'EAI_AGAIN',
  '-32': 'EPIPE',
  '-101': 'ENETUNREACH',
  '-104': 'ECONNRESET',
  '-110': 'ETIMEDOUT',
  '-111': 'ECONNREFUSED',
  '-113': 'EHOSTUNREACH',
};
const nodeNumber = /\berrno["']?\s?[:=]\s?(-\d{2,4})\b/gi;

/** Node prints `ERR_SSL_WRONG_VERSION_NUMBER`, BoringSSL and Python `WRONG_VERSION_NUMBER`: the same reason. */
export const systemCodeName = (code: string): string => code.toUpperCase().replace(/^ERR_SSL_/, '');

/** HRESULT and NTSTATUS are errors from 0x80000000 on; many programs print them as signed numbers of 32 bits (MS-ERREF 2). */
const signedNumber = /(?<![\w.-])-([12]\d{9})(?![\w.])/g;

/** Writes signed numbers of 32 bits that are an HRESULT or NTSTATUS as these are written: -2147221233 is 0x8004010f. */
export const inHexadecimal = (text: string): string =>
  text.replace(signedNumber, (_, value: string) => `0x${(0x100000000 - Number(value)).toString(16)}`);

/** Gives the codes of Node, OpenSSL, Winsock, Schannel, LDAP, Windows, Kerberos and the cloud that stand in a text, in upper case. */
export const readSystemCodes = (given: string): Set<string> => {
  const text = inHexadecimal(given);
  const codes = text.match(names) ?? [];
  const socketCodes = [...text.matchAll(numbers)].map((match) => match[1] ?? match[2] ?? '');
  const nodeCodes = [...text.matchAll(nodeNumber)].map((match) => nodeNumbers[match[1] ?? ''] ?? '');
  return new Set(
    [...codes, ...socketCodes, ...nodeCodes, ...readDirectoryCodes(text), ...readCloudCodes(text)].map(
      systemCodeName,
    ),
  );
};
