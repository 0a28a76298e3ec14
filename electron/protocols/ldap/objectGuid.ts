import { isGuid } from '../../contract/guid.ts';

const guidBytes = 16;

/** The first three parts are kept with the smallest byte first, the others as they are written (MS-DTYP 2.3.4.2). */
const swapped = (bytes: Buffer): Buffer => {
  const other = Buffer.from(bytes);
  other.subarray(0, 4).reverse();
  other.subarray(4, 6).reverse();
  other.subarray(6, 8).reverse();
  return other;
};

/** Reads an objectGUID (MS-DTYP 2.3.4): `2f4d8c3e-…` in small letters; null when these bytes are none. */
export const decodeGuid = (bytes: Buffer): string | null => {
  if (bytes.length !== guidBytes) return null;
  return swapped(bytes)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
};

/** The bytes of a GUID in text, for a filter or a search base. Throws for other text. */
export const encodeGuid = (guid: string): Buffer => {
  if (!isGuid(guid)) throw new Error(`Not a GUID: ${JSON.stringify(guid)}`);
  return swapped(Buffer.from(guid.replaceAll('-', ''), 'hex'));
};
