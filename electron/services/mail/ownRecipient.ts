import { proofRecipient } from '../../contract/mail/proofRecipient.ts';
import type { ResolvedProfile } from './resolvedProfile.ts';

/** To whom a profile's test message goes when somebody with this mail address proves; null: none is known. */
export const recipientFor = (values: ResolvedProfile, address: string | null): string => {
  const looksIntoMailbox = values.kind === 'smtp' && values.arrival !== null;
  const { testRecipient, from } = values;
  return proofRecipient({ testRecipient, sender: from.address, looksIntoMailbox }, address);
};

/** To whom it goes whoever proves: what fails there says something of the profile. */
export const ownRecipient = (values: ResolvedProfile): string => recipientFor(values, null);
