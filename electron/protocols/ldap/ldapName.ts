import { encodeGuid } from './objectGuid.ts';

/**
 * Writes a value into a DN so that it is nothing but a value (RFC 4514, 2.4).
 * @returns text for behind `CN=`.
 */
export const escapeDnValue = (value: string): string =>
  value
    .replace(/["+,;<>\\=#]/g, '\\$&')
    .replace(/[\u0000-\u001f\u007f]/g, (sign) => `\\${sign.charCodeAt(0).toString(16).padStart(2, '0')}`)
    .replace(/^ | $/g, '\\20');

/** A search base by SID, wherever the object stands (MS-ADTS 3.1.1.3.1.2.4). @param sid as `S-1-5-21-…`. */
export const sidBase = (sid: string): string => {
  if (!/^S-1(-\d+)+$/.test(sid)) throw new Error(`Not a SID: ${JSON.stringify(sid)}`);
  return `<SID=${sid}>`;
};

/** A search base by objectGUID, which stays through renames and moves. @param guid as objectGuid.ts writes it. */
export const guidBase = (guid: string): string => `<GUID=${encodeGuid(guid).toString('hex')}>`;
