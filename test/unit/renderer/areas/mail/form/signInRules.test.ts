import { describe, expect, it } from 'vitest';
import { applyChange } from '../../../../../../renderer/areas/mail/form/applyChange.ts';
import { changedField } from '../../../../../../renderer/areas/mail/form/changedField.ts';
import { fieldOfPath } from '../../../../../../renderer/areas/mail/form/fieldOfPath.ts';
import { fromForm } from '../../../../../../renderer/areas/mail/form/fromForm.ts';
import { impossible } from '../../../../../../renderer/areas/mail/form/impossible.ts';
import { isPersonal } from '../../../../../../renderer/areas/mail/form/isPersonal.ts';
import { type MailForm, newMailForm } from '../../../../../../renderer/areas/mail/form/mailForm.ts';
import { neededPermission } from '../../../../../../renderer/areas/mail/form/neededPermission.ts';
import type { SignInForm } from '../../../../../../renderer/areas/mail/form/signIn/signInForm.ts';
import { unverifiedHosts } from '../../../../../../renderer/areas/mail/form/unverifiedHosts.ts';
import {
  endsAtExchangeOnline,
  otherHost,
  secretInClear,
} from '../../../../../../renderer/areas/mail/form/warnings.ts';

const { client } = newMailForm.authentication;

const signingIn = (change: Partial<SignInForm>, form: Partial<MailForm> = {}): MailForm => ({
  ...newMailForm,
  ...form,
  authentication: { ...newMailForm.authentication, ...change },
});
const withProof = (kind: 'secret' | 'certificate') =>
  signingIn({ mode: 'microsoft', client: { ...client, proof: { ...client.proof, kind } } });
const faults = (form: MailForm) => impossible(form).map(({ path, code }) => `${path.join('.')} ${code}`);

describe('what cannot work (A13)', () => {
  it('is known before the form is complete, at the field of the form', () => {
    expect(faults(signingIn({ mode: 'google' }))).toEqual([
      'authentication.client.grant.flow googleNeedsPerson',
    ]);
    expect(faults(signingIn({ mode: 'microsoft' }, { host: 'smtp.gmail.com' }))).toEqual([
      'authentication.mode otherProvider',
    ]);
    expect(faults(signingIn({ mode: 'ntlm' }, { host: 'smtp.office365.com' }))).toEqual([
      'authentication.mode cloudWithoutNtlm',
    ]);
  });

  it('counts for the delivery check only while there is one', () => {
    const authentication = { ...newMailForm.arrival.authentication, mode: 'google' as const };
    const arrival = { ...newMailForm.arrival, authentication };
    expect(faults({ ...newMailForm, arrival })).toEqual([]);
    expect(faults({ ...newMailForm, arrival: { ...arrival, protocol: 'imap' } })).toEqual([
      'arrival.authentication.client.grant.flow googleNeedsPerson',
    ]);
  });

  it('does not count what was chosen for another kind of profile', () => {
    expect(faults(signingIn({ mode: 'google' }, { kind: 'outlook' }))).toEqual([]);
    expect(faults(signingIn({ mode: 'google' }, { kind: 'microsoft365' }))).toEqual([]);
  });
});

describe('the ID of an application of Microsoft', () => {
  const named = (mode: SignInForm['mode'], value: string) =>
    ({ mode, client: { ...client, clientId: { source: 'value', value, name: '' } } }) as const;
  const fault = 'authentication.client.clientId.value applicationId';

  it('is judged while it is typed, at its field', () => {
    expect(faults(signingIn(named('microsoft', 'abc')))).toContain(fault);
    expect(faults(signingIn(named('password', 'abc'), { kind: 'microsoft365' }))).toContain(fault);
    expect(faults(signingIn(named('microsoft', '')))).not.toContain(fault);
    expect(faults(signingIn(named('google', 'abc')))).not.toContain(fault);
  });

  it.each([
    ['smtp', true],
    ['microsoft365', true],
    ['exchange', true],
    ['outlook', false],
    ['capture', false],
    ['pickup', false],
  ] as const)('counts where something is signed in with it: %s %s', (kind, counts) => {
    const form = signingIn(named('microsoft', 'abc'), { kind });
    expect(faults(form).includes(fault)).toBe(counts);
    const read = fromForm(form).issues.map(({ path, code }) => `${path.join('.')} ${code}`);
    expect(read.includes(fault)).toBe(counts);
  });

  it('does not count where nothing is signed in with it', () => {
    const authentication = { ...newMailForm.arrival.authentication, ...named('microsoft', 'abc') };
    const arrival = { ...newMailForm.arrival, authentication };
    expect(faults({ ...newMailForm, arrival })).toEqual([]);
    expect(faults({ ...newMailForm, arrival: { ...arrival, protocol: 'imap' } })).toContain(
      `arrival.${fault}`,
    );
  });
});

describe('the mailbox of a token', () => {
  const fault = 'authentication.userName.value emailAddress';
  const named = (mode: SignInForm['mode'], value: string) =>
    ({ mode, userName: { source: 'value', value, name: '' } }) as const;

  it('is judged where a token of Microsoft or Google is used for it', () => {
    expect(faults(signingIn(named('microsoft', 'CORP\\svc-mail')))).toContain(fault);
    expect(faults(signingIn(named('google', 'CORP\\svc-mail')))).toContain(fault);
    expect(faults(signingIn(named('openid', 'CORP\\svc-mail')))).not.toContain(fault);
    expect(faults(signingIn(named('password', 'CORP\\svc-mail')))).not.toContain(fault);
  });

  it('may be left to the sender for Graph', () => {
    expect(faults(signingIn(named('microsoft', ''), { kind: 'microsoft365' }))).not.toContain(fault);
  });
});

describe('a secret that must be typed again', () => {
  it('is the secret or the private key of the application, or the password that is in use', () => {
    const change = { change: 'typeClientSecret' } as const;
    expect(changedField('token', change, withProof('secret'))).toBe('authentication.client.proof.secret');
    expect(changedField('token', change, withProof('certificate'))).toBe('authentication.client.proof.key');
    expect(changedField('token', { change: 'typePassword' }, withProof('secret'))).toBe(
      'authentication.client.grant.password',
    );
    const stored = {
      source: 'vault',
      name: '',
      storedIn: 'vault',
      secret: { action: 'keep', value: '' },
    } as const;
    const form = signingIn({
      mode: 'microsoft',
      client: { ...client, proof: { ...client.proof, secret: stored } },
    });
    const { secret } = applyChange(form, 'token', change).authentication.client.proof;
    expect(secret.secret.action).toBe('set');
  });

  it('is found where the form keeps it', () => {
    const path = 'authentication.client.proof.secret.name';
    expect(fieldOfPath(withProof('secret'), path)).toBe(path);
    expect(fieldOfPath(withProof('certificate'), path)).toBe('authentication.client.proof.key.name');
    expect(fieldOfPath(withProof('secret'), 'authentication.client.place.provider')).toBe(
      'authentication.mode',
    );
  });
});

describe('what is said beside a sign-in', () => {
  it('names what an application must be allowed', () => {
    expect(neededPermission(withProof('secret'), 'authentication')).toMatchObject({
      ...{ kind: 'application', permission: 'SMTP.SendAsApp', further: 'mailboxes' },
    });
    const graph = { ...withProof('secret'), kind: 'microsoft365' as const };
    expect(neededPermission(graph, 'authentication')).toMatchObject({
      ...{ permission: 'Mail.Send', resource: 'Microsoft Graph', further: 'everyMailbox' },
    });
  });

  it('is of the provider that is chosen now', () => {
    expect(neededPermission(signingIn({ mode: 'google' }), 'authentication')).toMatchObject({
      ...{ kind: 'google', permission: 'https://mail.google.com/' },
    });
    expect(neededPermission(signingIn({ mode: 'openid' }), 'authentication')).toBeNull();
    expect(neededPermission(signingIn({ mode: 'password' }), 'authentication')).toBeNull();
  });

  it('names hosts of a cloud that nobody confirmed, as far as they are used', () => {
    expect(unverifiedHosts('usGccHigh', 'graph')).toEqual([]);
    expect(unverifiedHosts('china', 'imap')).toEqual(['partner.outlook.cn']);
    expect(unverifiedHosts('global', 'smtp')).toEqual([]);
  });

  it('warns of a host that the tokens are not for', () => {
    expect(otherHost(signingIn({ mode: 'microsoft' }, { host: 'mail.corp.example' }))).toBe(
      'smtp.office365.com',
    );
    expect(otherHost(signingIn({ mode: 'microsoft' }, { host: 'SMTP.office365.com' }))).toBeNull();
  });

  it.each([
    ['https://outlook.office365.com/EWS/Exchange.asmx', true],
    ['https://outlook.office.com/EWS/Exchange.asmx', true],
    ['https://outlook.office365.us/EWS/Exchange.asmx', true],
    ['https://partner.outlook.cn/EWS/Exchange.asmx', true],
    ['https://mail.corp.example/', false],
  ])('warns of EWS where it ends, as the radar does: %s', (url, ends) => {
    expect(endsAtExchangeOnline({ ...newMailForm, kind: 'exchange', url })).toBe(ends);
  });

  it('warns of NTLM and of tokens without encryption, not of Kerberos (M04)', () => {
    expect(secretInClear(signingIn({ mode: 'ntlm' }, { encryption: 'none' }))).toBe('hash');
    expect(secretInClear(signingIn({ mode: 'google' }, { encryption: 'starttlsIfOffered' }))).toBe('token');
    expect(secretInClear(signingIn({ mode: 'kerberos' }, { encryption: 'none' }))).toBeNull();
  });

  it('knows for which profiles a person signs in', () => {
    const person = { ...client, grant: { ...client.grant, flow: 'deviceCode' as const } };
    expect(isPersonal(signingIn({ mode: 'microsoft', client: person }))).toBe(true);
    expect(isPersonal(signingIn({ mode: 'password', client: person }))).toBe(false);
    expect(isPersonal(signingIn({ mode: 'microsoft' }))).toBe(false);
  });
});
