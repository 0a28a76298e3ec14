import { describe, expect, it } from 'vitest';
import { firstToFill } from '../../../../../../renderer/areas/mail/form/firstToFill.ts';
import { moveToOAuth } from '../../../../../../renderer/areas/mail/form/moveToOAuth.ts';
import { newMailForm } from '../../../../../../renderer/areas/mail/form/mailForm.ts';
import { inForce, mailboxAt, ropc, typed } from './passwordForms.ts';

const app = typed('11111111-0000-4000-8000-000000000001');
const named = { ...ropc, clientId: app, place: { ...ropc.place, tenantId: typed('corp.example') } };
const byRopc = inForce({
  authentication: { ...newMailForm.authentication, mode: 'microsoft', client: named },
});

describe('the field that a move leads to', () => {
  it('is the tenant, where the provider has one', () => {
    const moved = moveToOAuth(inForce(), 'exchangeOnlineBasicSmtp', 'graph');
    expect(firstToFill(moved)).toBe('authentication.client.place.tenantId');
  });

  it('is the application, where the tenant is known or there is none', () => {
    const outlook = moveToOAuth(inForce({ host: 'smtp-mail.outlook.com' }), 'outlookComBasic', 'outlookCom');
    expect(firstToFill(outlook)).toBe('authentication.client.clientId');
    const google = moveToOAuth(inForce({ host: 'smtp.gmail.com' }), 'googleLessSecureApps', 'google');
    expect(firstToFill(google)).toBe('authentication.client.clientId');
  });

  it('is the credential of an application that is known', () => {
    const moved = moveToOAuth(byRopc, 'ropc', 'application');
    expect(firstToFill(moved)).toBe('authentication.client.proof.secret');
    const { form } = moved;
    const { client } = form.authentication;
    const proof = { ...client.proof, kind: 'certificate' as const };
    const authentication = { ...form.authentication, client: { ...client, proof } };
    const field = firstToFill({ ...moved, form: { ...form, authentication } });
    expect(field).toBe('authentication.client.proof.key');
  });

  it('is the application again, where nothing is missing', () => {
    const moved = moveToOAuth(byRopc, 'ropc', 'person');
    expect(firstToFill(moved)).toBe('authentication.client.clientId');
  });

  it('is the tenant that an application cannot sign in at by itself', () => {
    const shared = { ...named, place: { ...ropc.place, tenantId: typed('organizations') } };
    const authentication = { ...byRopc.authentication, client: shared };
    const moved = moveToOAuth({ ...byRopc, authentication }, 'ropc', 'application');
    expect(firstToFill(moved)).toBe('authentication.client.place.tenantId');
  });

  it('is what the second sign-in lacks, where the first has everything', () => {
    const storedSecret = { ...named.proof.secret, secret: { action: 'keep' as const, value: '' } };
    const proof = { ...named.proof, kind: 'secret' as const, secret: storedSecret };
    const authentication = { ...byRopc.authentication, client: { ...named, proof } };
    const arrival = mailboxAt('outlook.office365.com', { authentication: byRopc.authentication });
    const moved = moveToOAuth(inForce({ authentication, arrival }), 'ropc', 'application');
    expect(firstToFill(moved)).toBe('arrival.authentication.client.proof.secret');
  });

  it('is one of the mailbox, where the mailbox moves', () => {
    const form = inForce({ arrival: mailboxAt('outlook.office365.com') });
    const moved = moveToOAuth(form, 'exchangeOnlineBasicMailbox', 'exchangeOnlineMailbox');
    expect(firstToFill(moved)).toBe('arrival.authentication.client.place.tenantId');
  });
});
