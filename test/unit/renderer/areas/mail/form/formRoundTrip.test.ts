import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mapSecrets } from '../../../../../../electron/contract/mail/mapSecrets.ts';
import { profileWriteSchema, type SmtpView } from '../../../../../../electron/contract/mail/profile.ts';
import type { PasswordView, PasswordWrite } from '../../../../../../electron/contract/mail/secret.ts';
import { fromForm } from '../../../../../../renderer/areas/mail/form/fromForm.ts';
import { type MailForm, newMailForm } from '../../../../../../renderer/areas/mail/form/mailForm.ts';
import { toForm } from '../../../../../../renderer/areas/mail/form/toForm.ts';
import { anyProfile } from './anyProfile.ts';
import { relayView } from './relayView.ts';

const keep = { source: 'vault', secret: { action: 'keep' } };

/** What a form that nobody has touched means by a secret that it was told of. */
const kept = (view: PasswordView): PasswordWrite =>
  view.source === 'environment' ? view : { source: view.source, secret: { action: 'keep' } };

const withSignIn = (stored = true, userName = 'anna'): SmtpView => ({
  ...relayView,
  authentication: {
    mode: 'password',
    userName: { source: 'value', value: userName },
    password: { source: 'vault', stored },
    mechanism: null,
  },
});

describe('toForm and fromForm', () => {
  it('give back any profile of any kind, its secrets kept (M09)', () => {
    fc.assert(
      fc.property(anyProfile, (view) => {
        const meant = profileWriteSchema.parse(mapSecrets(view, kept));
        expect(fromForm(toForm(view))).toEqual({ values: meant, issues: [] });
      }),
    );
  });

  it('keep how many connections there may be at once (U21)', () => {
    const view: SmtpView = { ...relayView, maxConnections: 3 };
    expect(fromForm(toForm(view)).values).toEqual(view);
  });

  it('keep a stored password without ever having it (M09)', () => {
    const form = toForm(withSignIn());
    expect(form.authentication.password).toMatchObject({ storedIn: 'vault', secret: { value: '' } });
    expect(fromForm(form).values).toMatchObject({ authentication: { password: keep } });
  });

  it('ask for a password that is not stored', () => {
    expect(fromForm(toForm(withSignIn(false))).issues).toEqual([
      expect.objectContaining({ path: ['authentication', 'password', 'secret', 'value'], code: 'required' }),
    ]);
  });

  it('send nothing of what the choices do not need', () => {
    const form: MailForm = {
      ...toForm(withSignIn()),
      kind: 'pickup',
      folder: 'C:\\inetpub\\mailroot\\Pickup',
    };
    expect(fromForm(form).values).toEqual({
      kind: 'pickup',
      name: relayView.name,
      from: relayView.from,
      testRecipient: null,
      folder: 'C:\\inetpub\\mailroot\\Pickup',
    });
  });

  it('take the sender for the mailbox of Microsoft 365 that nobody named (B07)', () => {
    const view = toForm(relayView);
    const { client } = newMailForm.authentication;
    const id = { source: 'value', value: 'contoso.example', name: '' } as const;
    const typed = {
      source: 'vault',
      name: '',
      storedIn: null,
      secret: { action: 'set', value: 's' },
    } as const;
    const form: MailForm = {
      ...view,
      kind: 'microsoft365',
      authentication: {
        ...view.authentication,
        client: {
          ...client,
          clientId: { ...id, value: '1a2b3c4d-5e6f-7a8b-9c0d-1e2f3a4b5c6d' },
          place: { ...client.place, tenantId: id },
          proof: { ...client.proof, secret: typed },
        },
      },
    };
    expect(fromForm(form).values).toMatchObject({
      authentication: { mode: 'oauth2', userName: { source: 'value', value: relayView.from.address } },
    });
    const issues = fromForm({ ...form, from: { address: '', displayName: '' } }).issues;
    expect(issues.map(({ path }) => path.join('.'))).toEqual(['from.address']);
  });

  it('mean the authorization code with PKCE by the implicit flow (A08)', () => {
    const { client } = newMailForm.authentication;
    const form: MailForm = {
      ...toForm(withSignIn()),
      authentication: {
        ...toForm(withSignIn(true, 'anna@corp.example')).authentication,
        mode: 'google',
        client: {
          ...client,
          clientId: { source: 'value', value: '1-a.apps.googleusercontent.com', name: '' },
          proof: { ...client.proof, kind: 'none' },
          grant: { ...client.grant, flow: 'implicit' },
        },
      },
    };
    expect(fromForm(form).values).toMatchObject({
      authentication: { client: { grant: { flow: 'authorizationCode' } } },
    });
  });
});
