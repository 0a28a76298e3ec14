import { ldapControls } from '../../../protocols/ldap/ldapControl.ts';
import { textOf } from '../../../protocols/ldap/ldapEntry.ts';
import { guidBase } from '../../../protocols/ldap/ldapName.ts';
import { readEntry } from '../../../protocols/ldap/readEntry.ts';
import type { DirectorySession } from './directorySession.ts';

const showDeleted = { oid: ldapControls.showDeleted, isCritical: true, value: null };

/**
 * True when the controller has the object among what was deleted (MS-ADTS 3.1.1.3.4.1.14, 3.1.1.5.5). False says nothing: who may
 * not look there sees no deleted object either.
 */
export const isDeleted = async (
  { dialogue }: Pick<DirectorySession, 'dialogue'>,
  objectGuid: string,
  signal: AbortSignal,
): Promise<boolean> => {
  const wanted = { base: guidBase(objectGuid), attributes: ['isDeleted'], controls: [showDeleted] };
  const entry = await readEntry(dialogue, wanted, signal);
  return entry !== null && textOf(entry, 'isDeleted') === 'TRUE';
};
