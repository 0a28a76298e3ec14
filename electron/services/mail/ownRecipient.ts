import type { ResolvedProfile } from './resolvedProfile.ts';

/** To whom a profile's test message goes when nobody says otherwise (REQUIREMENTS B05). */
export const ownRecipient = ({ testRecipient, from }: ResolvedProfile): string =>
  testRecipient ?? from.address;
