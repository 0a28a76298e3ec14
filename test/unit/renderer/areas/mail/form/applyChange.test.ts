import { describe, expect, it } from 'vitest';
import { applyChange } from '../../../../../../renderer/areas/mail/form/applyChange.ts';
import { changedField } from '../../../../../../renderer/areas/mail/form/changedField.ts';
import { toForm } from '../../../../../../renderer/areas/mail/form/toForm.ts';
import { mailProvenForm } from '../../../../../../renderer/areas/mail/mailProvenForm.ts';
import { isApplied } from '../../../../../../renderer/areas/proof/editor/provenForm.ts';
import { relayView } from './relayView.ts';

const form = toForm(relayView);
const certificate = { change: 'trustCertificate', pem: 'PEM', subject: 'CN=CA', fingerprint: 'AB' } as const;

describe('a change that a finding offers', () => {
  it('adds a CA to the relay, or to the mailbox when that was where it failed', () => {
    const trust = { mode: 'certificate', pem: 'PEM' };
    expect(applyChange(form, 'secure', certificate).trust).toEqual(trust);
    const atMailbox = applyChange(form, 'arrive', certificate);
    expect(atMailbox.arrival.trust).toEqual(trust);
    expect(atMailbox.trust).toEqual(form.trust);
  });

  it('switches port and encryption together, and lets the port follow again', () => {
    const change = { change: 'setConnection', encryption: 'tls', port: 465 } as const;
    expect(applyChange({ ...form, portIsOwn: true }, 'greet', change)).toMatchObject({
      encryption: 'tls',
      port: '465',
      portIsOwn: false,
    });
  });

  it('asks for the password again', () => {
    const kept = { ...form.authentication.password, secret: { action: 'keep' as const, value: '' } };
    const signingIn = { ...form, authentication: { ...form.authentication, password: kept } };
    const after = applyChange(signingIn, 'authenticate', { change: 'typePassword' });
    expect(after.authentication.password.secret.action).toBe('set');
  });

  it('is known to be in the form once it is there, until it is changed again', () => {
    expect(isApplied(mailProvenForm, form, 'secure', certificate)).toBe(false);
    const after = applyChange(form, 'secure', certificate);
    expect(isApplied(mailProvenForm, after, 'secure', certificate)).toBe(true);
    expect(isApplied(mailProvenForm, { ...after, trust: form.trust }, 'secure', certificate)).toBe(false);
  });

  it('asks for a password as often as it is wanted', () => {
    const change = { change: 'typePassword' } as const;
    expect(isApplied(mailProvenForm, applyChange(form, 'authenticate', change), 'authenticate', change)).toBe(
      false,
    );
  });

  it('leads to the field that it changed', () => {
    expect(changedField('secure', certificate, form)).toBe('trust.mode');
    expect(changedField('arrive', certificate, form)).toBe('arrival.trust.mode');
  });
});
