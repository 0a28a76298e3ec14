import type { FormChange } from '../../../../electron/contract/proof/finding.ts';
import type { StageName } from '../../../../electron/contract/proof/proof.ts';
import type { MailForm } from './mailForm.ts';
import { secretInUse } from './signIn/signInSecrets.ts';
import { modeOf, signInOf } from './signInOf.ts';

const relayFields = {
  trustCertificate: 'trust.mode',
  setConnection: 'encryption',
  setHost: 'host',
  setSender: 'from.address',
  setAuthentication: 'authentication.mode',
} as const;

const mailboxFields = {
  ...relayFields,
  trustCertificate: 'arrival.trust.mode',
  setConnection: 'arrival.encryption',
  setHost: 'arrival.host',
} as const;

/** The field that a change of a finding is seen in. */
export const changedField = (stage: StageName, { change }: FormChange, form: MailForm): string => {
  const isMailbox = stage === 'arrive';
  if (change !== 'typePassword' && change !== 'typeClientSecret')
    return (isMailbox ? mailboxFields : relayFields)[change];
  const place = isMailbox ? 'arrival.authentication' : 'authentication';
  return `${place}.${secretInUse(signInOf(form, place), modeOf(form, place), change)}`;
};
