import type { FormChange } from '../../../../electron/contract/proof/finding.ts';
import type { StageName } from '../../../../electron/contract/proof/proof.ts';

const relayFields = {
  trustCertificate: 'trust.mode',
  setConnection: 'encryption',
  setHost: 'host',
  setSender: 'from.address',
  setAuthentication: 'authentication.mode',
  typePassword: 'authentication.password',
} as const;

const mailboxFields = {
  ...relayFields,
  trustCertificate: 'arrival.trust.mode',
  setConnection: 'arrival.encryption',
  setHost: 'arrival.host',
  typePassword: 'arrival.password',
} as const;

/** The field that a change of a finding is seen in. */
export const changedField = (stage: StageName, { change }: FormChange): string =>
  (stage === 'arrive' ? mailboxFields : relayFields)[change];
