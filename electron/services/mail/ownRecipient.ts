import type { ResolvedProfile } from './resolvedProfile.ts';

/** To whom a profile's test message goes when nobody in particular asks for it. */
export const ownRecipient = ({ testRecipient, from }: ResolvedProfile): string =>
  testRecipient ?? from.address;

/**
 * To whom it goes when somebody with this mail address proves (null: none is known): to that person, unless the profile names a
 * recipient, or looks into a mailbox, which is the sender's (REQUIREMENTS B05).
 */
export const recipientFor = (values: ResolvedProfile, address: string | null): string => {
  const looksIntoMailbox = values.kind === 'smtp' && values.arrival !== null;
  return looksIntoMailbox ? ownRecipient(values) : (values.testRecipient ?? address ?? values.from.address);
};
