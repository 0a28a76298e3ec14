import type { FormChange } from '../../../../electron/contract/proof/finding.ts';
import type { StageName } from '../../../../electron/contract/proof/proof.ts';
import type { MailForm } from './mailForm.ts';
import { mailboxPort, relayPort } from './portRule.ts';
import { modeOf } from './signInOf.ts';
import { secretInUse, withSecretAgain } from './signIn/signInSecrets.ts';

const applyToRelay = (form: MailForm, change: FormChange): MailForm => {
  const { authentication } = form;
  switch (change.change) {
    case 'trustCertificate':
      return { ...form, trust: { mode: 'certificate', pem: change.pem } };
    case 'setConnection': {
      const port = String(change.port);
      return {
        ...form,
        encryption: change.encryption,
        port,
        portIsOwn: port !== relayPort(change.encryption),
      };
    }
    case 'setHost':
      return { ...form, host: change.host };
    case 'setSender':
      return { ...form, from: { ...form.from, address: change.address } };
    case 'setAuthentication':
      return { ...form, authentication: { ...authentication, mode: change.mode } };
    case 'typePassword':
    case 'typeClientSecret': {
      const path = secretInUse(authentication, modeOf(form, 'authentication'), change.change);
      return { ...form, authentication: withSecretAgain(authentication, path) };
    }
  }
};

const applyToMailbox = (form: MailForm, change: FormChange): MailForm => {
  const { arrival } = form;
  switch (change.change) {
    case 'trustCertificate':
      return { ...form, arrival: { ...arrival, trust: { mode: 'certificate', pem: change.pem } } };
    case 'setConnection': {
      const encryption = change.encryption === 'tls' ? 'tls' : 'starttls';
      const port = String(change.port);
      const portIsOwn = port !== mailboxPort({ ...arrival, encryption });
      return { ...form, arrival: { ...arrival, encryption, port, portIsOwn } };
    }
    case 'setHost':
      return { ...form, arrival: { ...arrival, host: change.host } };
    case 'typePassword':
    case 'typeClientSecret': {
      const { authentication } = arrival;
      const path = secretInUse(authentication, authentication.mode, change.change);
      return { ...form, arrival: { ...arrival, authentication: withSecretAgain(authentication, path) } };
    }
    case 'setSender':
    case 'setAuthentication':
      return form;
  }
};

/** The form with the change that a finding offers; a finding of `arrive` is about the mailbox, every other about the relay. */
export const applyChange = (form: MailForm, stage: StageName, change: FormChange): MailForm =>
  stage === 'arrive' ? applyToMailbox(form, change) : applyToRelay(form, change);
