import type { StoredSmtp, StoredValues } from '../../../stores/settings/settingsSchema.ts';
import { fingerprintOf } from '../../proof/fingerprint.ts';

const withoutMechanism = <Way extends { mechanism: unknown }>({ mechanism, ...way }: Way) =>
  mechanism === null ? way : { ...way, mechanism };

const ownSignIn = (signIn: StoredSmtp['authentication']) =>
  signIn.mode === 'password' ? withoutMechanism(signIn) : signIn;

const mailbox = ({ authentication, ...server }: NonNullable<StoredSmtp['arrival']>) => {
  if (authentication.mode !== 'password') return { ...server, authentication };
  const { mode: _, ...account } = authentication;
  return { ...server, ...withoutMechanism(account) };
};

/** As version 4 of the settings had them: what was proven before an update stays proven. */
const asEver = (values: StoredValues) => {
  if (values.kind !== 'smtp') return values;
  const { authentication, arrival } = values;
  return { ...values, authentication: ownSignIn(authentication), arrival: arrival && mailbox(arrival) };
};

/**
 * Digest of stored values, to know again after a restart what a proof was about. It needs no secret and no open vault:
 * a new password is a new record of the vault, so its name stands for it. A profile that is called differently is
 * still the same proven way.
 */
export const provenSubject = (values: StoredValues): string => fingerprintOf({ ...asEver(values), name: '' });
