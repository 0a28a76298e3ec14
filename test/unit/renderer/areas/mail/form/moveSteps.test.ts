import { describe, expect, it } from 'vitest';
import { type MailForm, newMailForm } from '../../../../../../renderer/areas/mail/form/mailForm.ts';
import {
  changesOf,
  permitsOf,
  registrationOf,
  whoSignsIn,
} from '../../../../../../renderer/areas/mail/form/moveSteps.ts';
import { moveToOAuth } from '../../../../../../renderer/areas/mail/form/moveToOAuth.ts';
import { inForce, mailboxAt, ropc, typed } from './passwordForms.ts';

const atMicrosoft = { ...newMailForm.authentication, mode: 'microsoft' as const, client: ropc };
const named = (name: string) => ({ source: 'environment' as const, value: '', name });
type Account = MailForm['authentication']['userName'];

/** Both sign-ins give a password away. */
const bothByRopc = (relay: Account, box: Account): MailForm =>
  inForce({
    authentication: { ...atMicrosoft, userName: relay },
    arrival: mailboxAt('outlook.office365.com', { authentication: { ...atMicrosoft, userName: box } }),
  });
const asApplications = (relay: Account, box: Account) =>
  moveToOAuth(bothByRopc(relay, box), 'ropc', 'application');

const googleBoth = (box: string): MailForm => {
  const authentication = { ...newMailForm.authentication, userName: typed(box) };
  return inForce({ host: 'smtp.gmail.com', arrival: mailboxAt('imap.gmail.com', { authentication }) });
};
const toGoogle = (box: string) => moveToOAuth(googleBoth(box), 'googleLessSecureApps', 'google');

describe('what a move asks of whoever administers the provider', () => {
  const relay = typed('relay@corp.example');

  it('is one permission for each use, and one line for one mailbox', () => {
    const permits = permitsOf(asApplications(relay, typed('Relay@corp.example')));
    expect(permits.map(({ needed }) => needed.permission)).toEqual(['SMTP.SendAsApp', 'IMAP.AccessAsApp']);
    expect(permits[0]?.line).toContain('SendAs');
    expect(permits[1]?.line).toBeNull();
  });

  it('is another line for another mailbox, which is only looked into', () => {
    const line = permitsOf(asApplications(relay, typed('box@corp.example')))[1]?.line;
    expect(line).toContain('Add-MailboxPermission box@corp.example');
    expect(line).not.toContain('SendAs');
  });

  it('is another line for what stands in another variable', () => {
    expect(permitsOf(asApplications(named('RELAY'), named('BOX')))[1]?.line).toContain('ADDRESS');
    expect(permitsOf(asApplications(named('RELAY'), named('RELAY')))[1]?.line).toBeNull();
  });

  it('is one permission where one stands for both', () => {
    expect(permitsOf(toGoogle('box@corp.example'))).toHaveLength(1);
  });
});

describe('the application of a move', () => {
  const alone = inForce({ host: 'mail.corp.example', arrival: mailboxAt('outlook.office365.com') });
  const registration = (form: MailForm) =>
    registrationOf(
      form,
      moveToOAuth(form, 'exchangeOnlineBasicMailbox', 'exchangeOnlineMailbox'),
      'exchangeOnlineMailbox',
    );

  it('is registered where there is none', () => {
    expect(registration(alone)).toEqual({ registration: 'organization', needsProof: false, isTwice: false });
    const google = registrationOf(googleBoth('a@corp.example'), toGoogle('a@corp.example'), 'google');
    expect(google).toEqual({ registration: 'google', needsProof: false, isTwice: true });
  });

  it('is shared with sending, and its credential is typed again', () => {
    const client = { ...newMailForm.authentication.client, clientId: typed('app-1') };
    const form = { ...alone, host: 'smtp.office365.com', authentication: { ...atMicrosoft, client } };
    expect(registration(form)).toEqual({ registration: 'shared', needsProof: true, isTwice: false });
  });

  it('is kept; a public one needs a credential only where it signs in by itself', () => {
    const form = inForce({ authentication: atMicrosoft });
    const of = (move: 'application' | 'person') =>
      registrationOf(form, moveToOAuth(form, 'ropc', move), move);
    expect(of('application')).toEqual({ registration: 'keep', needsProof: true, isTwice: false });
    const both = bothByRopc(typed('a@corp.example'), typed('b@corp.example'));
    const secret = { ...ropc.proof.secret, secret: { action: 'keep' as const, value: '' } };
    const client = { ...ropc, proof: { ...ropc.proof, kind: 'secret' as const, secret } };
    const stored = { ...both, authentication: { ...both.authentication, client } };
    const moved = moveToOAuth(stored, 'ropc', 'application');
    expect(registrationOf(stored, moved, 'application').needsProof).toBe(true);
    expect(of('person')).toEqual({ registration: 'keep', needsProof: false, isTwice: false });
  });
});

describe('who signs in where a move is proven', () => {
  it('is one person for two mailboxes, whose password was given away for both', () => {
    const form = bothByRopc(typed('relay@corp.example'), typed('box@corp.example'));
    expect(whoSignsIn(moveToOAuth(form, 'ropc', 'person'))).toBe('person');
  });

  it('is the application, the owner of one mailbox, or those of two', () => {
    expect(whoSignsIn(asApplications(typed('a@corp.example'), typed('b@corp.example')))).toBe('application');
    expect(whoSignsIn(toGoogle('Relay@corp.example'))).toBe('person');
    expect(whoSignsIn(toGoogle('box@corp.example'))).toBe('people');
  });

  it('is somebody with a code, where the application that sends asks so', () => {
    const { client } = atMicrosoft;
    const grant = { ...client.grant, flow: 'deviceCode' as const };
    const authentication = { ...atMicrosoft, client: { ...client, grant } };
    const form = inForce({ authentication, arrival: mailboxAt('outlook.office365.com') });
    const moved = moveToOAuth(form, 'exchangeOnlineBasicMailbox', 'exchangeOnlineMailbox');
    expect(whoSignsIn(moved)).toBe('device');
  });
});

describe('what else a move changes', () => {
  const codesOf = (...[form, ending, move]: Parameters<typeof moveToOAuth>) =>
    changesOf(form, moveToOAuth(form, ending, move));

  it('is nothing where sending alone moves', () => {
    const form = inForce({ arrival: mailboxAt('imap.corp.example') });
    expect(codesOf(form, 'exchangeOnlineBasicSmtp', 'exchangeOnline')).toEqual([]);
  });

  it('is that Graph has no delivery check', () => {
    const form = inForce({ arrival: mailboxAt('imap.corp.example') });
    expect(codesOf(form, 'exchangeOnlineBasicSmtp', 'graph')).toEqual([{ code: 'noCheck' }]);
    expect(codesOf(inForce(), 'exchangeOnlineBasicSmtp', 'graph')).toEqual([]);
  });

  it('is the mailbox, alone or too, and a server that takes no token', () => {
    expect(codesOf(googleBoth('a@corp.example'), 'googleLessSecureApps', 'google')).toEqual([
      { code: 'both' },
    ]);
    const old = inForce({ host: 'mail.corp.example', arrival: mailboxAt('imap.live.com') });
    expect(codesOf(old, 'outlookComBasic', 'outlookCom')).toEqual([
      { code: 'mailbox' },
      { code: 'server', was: 'imap.live.com', host: 'outlook.office365.com' },
    ]);
  });
});
