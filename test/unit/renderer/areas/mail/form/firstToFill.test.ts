import { describe, expect, it } from 'vitest';
import { firstToFill } from '../../../../../../renderer/areas/mail/form/firstToFill.ts';
import { moveToOAuth } from '../../../../../../renderer/areas/mail/form/moveToOAuth.ts';
import { newMailForm } from '../../../../../../renderer/areas/mail/form/mailForm.ts';
import { inForce, mailboxAt, ropc, typed } from './passwordForms.ts';

const named = { ...ropc, place: { ...ropc.place, tenantId: typed('corp.example') } };
const byRopc = inForce({
  authentication: { ...newMailForm.authentication, mode: 'microsoft', client: named },
});

describe('the field that a move leads to', () => {
  it('is the tenant, where the provider has one', () => {
    const moved = moveToOAuth(inForce(), 'exchangeOnlineBasicSmtp', 'graph');
    expect(firstToFill(moved, ['authentication'])).toBe('authentication.client.place.tenantId');
  });

  it('is the application, where the tenant is known or there is none', () => {
    const outlook = moveToOAuth(inForce({ host: 'smtp-mail.outlook.com' }), 'outlookComBasic', 'outlookCom');
    expect(firstToFill(outlook, ['authentication'])).toBe('authentication.client.clientId');
    const google = moveToOAuth(inForce({ host: 'smtp.gmail.com' }), 'googleLessSecureApps', 'google');
    expect(firstToFill(google, ['authentication'])).toBe('authentication.client.clientId');
  });

  it('is the credential of an application that is known', () => {
    const moved = moveToOAuth(byRopc, 'ropc', 'application');
    expect(firstToFill(moved, ['authentication'])).toBe('authentication.client.proof.secret');
    const { client } = moved.authentication;
    const authentication = {
      ...moved.authentication,
      client: { ...client, proof: { ...client.proof, kind: 'certificate' as const } },
    };
    const field = firstToFill({ ...moved, authentication }, ['authentication']);
    expect(field).toBe('authentication.client.proof.key');
  });

  it('is the application again, where nothing is missing', () => {
    const moved = moveToOAuth(byRopc, 'ropc', 'person');
    expect(firstToFill(moved, ['authentication'])).toBe('authentication.client.clientId');
  });

  it('is one of the mailbox, where the mailbox moves', () => {
    const form = inForce({ arrival: mailboxAt('outlook.office365.com') });
    const moved = moveToOAuth(form, 'exchangeOnlineBasicMailbox', 'exchangeOnlineMailbox');
    expect(firstToFill(moved, ['arrival.authentication'])).toBe(
      'arrival.authentication.client.place.tenantId',
    );
  });
});
