const headBytes = 8;
const partBytes = 4;
/** MS-DTYP 2.4.2.2. */
const maximumParts = 15;
const largestPart = 0xffffffff;
const largestAuthority = 0xffffffffffff;
/** From here on the authority is written in hexadecimal (MS-DTYP 2.4.2.1). */
const hexadecimalFrom = 0x100000000;

const sidText = /^S-1-(\d{1,15}|0x[0-9a-f]{12})((?:-\d{1,10}){1,15})$/i;

/** Reads a SID (MS-DTYP 2.4.2.2): `S-1-5-21-…`; null when these bytes are none. */
export const decodeSid = (bytes: Buffer): string | null => {
  const count = bytes[1];
  if (bytes[0] !== 1 || count === undefined || count === 0 || count > maximumParts) return null;
  if (bytes.length !== headBytes + count * partBytes) return null;
  const authority = bytes.readUIntBE(2, 6);
  let text = `S-1-${authority < hexadecimalFrom ? authority : `0x${authority.toString(16).padStart(12, '0')}`}`;
  for (let at = headBytes; at < bytes.length; at += partBytes) text += `-${bytes.readUInt32LE(at)}`;
  return text;
};

/** The bytes of a SID in text, for a filter. Throws for other text. */
export const encodeSid = (sid: string): Buffer => {
  const [, authority = '', rest = ''] = sidText.exec(sid) ?? [];
  const parts = rest.split('-').slice(1).map(Number);
  if (parts.length === 0 || parts.some((part) => part > largestPart) || Number(authority) > largestAuthority)
    throw new Error(`Not a SID: ${JSON.stringify(sid)}`);
  const bytes = Buffer.alloc(headBytes + parts.length * partBytes);
  bytes.set([1, parts.length]);
  bytes.writeUIntBE(Number(authority), 2, 6);
  parts.forEach((part, index) => bytes.writeUInt32LE(part, headBytes + index * partBytes));
  return bytes;
};
