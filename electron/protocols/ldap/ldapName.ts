import { encodeGuid } from './objectGuid.ts';

/** A search base by SID, wherever the object stands (MS-ADTS 3.1.1.3.1.2.4). @param sid as `S-1-5-21-…`. */
export const sidBase = (sid: string): string => {
  if (!/^S-1(-\d+)+$/.test(sid)) throw new Error(`Not a SID: ${JSON.stringify(sid)}`);
  return `<SID=${sid}>`;
};

/** A search base by objectGUID, which stays through renames and moves. @param guid as objectGuid.ts writes it. */
export const guidBase = (guid: string): string => `<GUID=${encodeGuid(guid).toString('hex')}>`;
