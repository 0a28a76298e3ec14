import type { FormChange } from '../../../../electron/contract/proof/finding.ts';
import type { StageName } from '../../../../electron/contract/proof/proof.ts';
import { typedAgain } from '../../../controls/secretForm.ts';
import type { MailForm } from './mailForm.ts';
import { mailboxPort, relayPort } from './portRule.ts';

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
      return {
        ...form,
        authentication: { ...authentication, password: typedAgain(authentication.password) },
      };
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
      return { ...form, arrival: { ...arrival, password: typedAgain(arrival.password) } };
    case 'setSender':
    case 'setAuthentication':
      return form;
  }
};

/** The form with the change that a finding offers; a finding of `arrive` is about the mailbox, every other about the relay. */
export const applyChange = (form: MailForm, stage: StageName, change: FormChange): MailForm =>
  stage === 'arrive' ? applyToMailbox(form, change) : applyToRelay(form, change);
