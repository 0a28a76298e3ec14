import { describe, expect, it } from 'vitest';
import { fromForm, meanTheSame } from '../../../../../../renderer/areas/mail/form/fromForm.ts';
import { impossible } from '../../../../../../renderer/areas/mail/form/impossible.ts';
import type { MailForm } from '../../../../../../renderer/areas/mail/form/mailForm.ts';
import { modeOf } from '../../../../../../renderer/areas/mail/form/signInOf.ts';
import type { SignInChoice } from '../../../../../../renderer/areas/mail/form/signIn/signInForm.ts';
import { exchangeModesOf } from '../../../../../../renderer/areas/mail/form/signIn/exchangeModes.ts';
import { toForm } from '../../../../../../renderer/areas/mail/form/toForm.ts';
import { senderDiffers } from '../../../../../../renderer/areas/mail/form/warnings.ts';
import { relayView } from './relayView.ts';

const relay = toForm(relayView);

const chosen = (kind: MailForm['kind'], mode: SignInChoice): MailForm => ({
  ...relay,
  kind,
  url: 'https://mail.corp.example/EWS/Exchange.asmx',
  authentication: {
    ...relay.authentication,
    mode,
    userName: { source: 'value', value: 'other@corp.example', name: '' },
    password: { ...relay.authentication.password, secret: { action: 'set', value: 'typed' } },
  },
});

describe('a sign-in that was chosen for another kind than Exchange', () => {
  describe.each(['none', 'google', 'openid'] as const)('%s', (mode) => {
    it('is one with a password there, and is still chosen for the kind that knows it', () => {
      const form = chosen('exchange', mode);
      expect(modeOf(form, 'authentication')).toBe('password');
      expect(modeOf({ ...form, kind: 'smtp' }, 'authentication')).toBe(mode);
    });

    it('is sent, compared and judged as one with a password', () => {
      const form = chosen('exchange', mode);
      const { values, issues } = fromForm(form);
      expect(issues).toEqual([]);
      expect(values).toMatchObject({ authentication: { mode: 'password' } });
      expect(meanTheSame(form, chosen('exchange', 'password'))).toBe(true);
      expect(impossible(form)).toEqual([]);
      expect(senderDiffers(form)).toBe(true);
    });

    it('stays as it is at the mailbox of a proof', () => {
      const { arrival } = relay;
      const form = { ...relay, arrival: { ...arrival, authentication: { ...arrival.authentication, mode } } };
      expect(modeOf({ ...form, kind: 'exchange' }, 'arrival.authentication')).toBe(mode);
    });
  });

  it('is left as it was saved for Exchange, and to choose there', () => {
    const form = { ...chosen('exchange', 'openid'), savedExchangeMode: 'openid' as const };
    expect(modeOf(form, 'authentication')).toBe('openid');
    expect(exchangeModesOf(form)).toContain('openid');
    expect(exchangeModesOf(relay)).not.toContain('openid');
  });

  it.each(['password', 'ntlm', 'kerberos', 'microsoft'] as const)('counts as %s, which it knows', (mode) => {
    expect(modeOf(chosen('exchange', mode), 'authentication')).toBe(mode);
  });
});
