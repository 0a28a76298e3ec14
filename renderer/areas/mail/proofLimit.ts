import type { ProofLimit } from '../../../electron/contract/mail/mail.contract.ts';
import type { ProfileWrite } from '../../../electron/contract/mail/profile.ts';
import type { MailForm } from './form/mailForm.ts';
import { providerOf } from './form/signIn/signInForm.ts';

/** How a delivery check signs in to its mailbox; null: there is none. */
type CheckMode = 'password' | 'ntlm' | 'kerberos' | 'oauth2' | null;

/** How far a person wants a proof to go, and which delivery check there was when they said so. */
export type LimitChoice = { limit: ProofLimit; check: CheckMode };

/** The delivery check of values. */
export const checkOf = (values: ProfileWrite): CheckMode =>
  values.kind === 'smtp' ? (values.arrival?.authentication.mode ?? null) : null;

/** The delivery check that a form means. */
export const checkInForm = ({ kind, arrival: { protocol, authentication } }: MailForm): CheckMode => {
  const { mode } = authentication;
  if (kind !== 'smtp' || protocol === 'none') return null;
  if (providerOf(mode) !== null) return 'oauth2';
  return mode === 'ntlm' || mode === 'kerberos' ? mode : 'password';
};

/**
 * How far a proof goes: as far as was chosen, else as far as it can. A choice ends when the delivery check is switched
 * on or off or has another kind of sign-in, so that a new one is not taken for proven without being tried (REQUIREMENTS N03).
 */
export const limitOf = (choice: LimitChoice | null, check: CheckMode): ProofLimit => {
  if (choice?.check === check) return choice.limit;
  return check === null ? 'deliver' : 'arrive';
};
