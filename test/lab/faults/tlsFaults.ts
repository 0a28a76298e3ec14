import { type ScriptedSmtp, scriptedSmtp, type ScriptedTls } from './scriptedSmtp.ts';
import type { ServerTls } from './serverTls.ts';
import { ehloAnswer } from './smtpScript.ts';

const offerStartTls = ehloAnswer(['starttls.example.test', 'STARTTLS', 'AUTH PLAIN LOGIN']);

/** Offers STARTTLS and then refuses it for now: 454 (RFC 3207, 4). */
export function startTlsRefused(): Promise<ScriptedSmtp> {
  return scriptedSmtp({ EHLO: offerStartTls, STARTTLS: '454 4.7.0 TLS not available due to local problem' });
}

/** Accepts STARTTLS and then sends bytes that are no TLS. */
export function garbageInsteadOfTls(): Promise<ScriptedSmtp> {
  const garbage = { send: Buffer.from('\xfe\xffthis is not TLS\r\n', 'latin1') };
  return scriptedSmtp({ EHLO: offerStartTls, STARTTLS: '220 2.0.0 Ready to start TLS', OTHER: garbage });
}

/** Accepts STARTTLS and then says nothing more: the handshake gets no answer. */
export function silentAfterStartTls(): Promise<ScriptedSmtp> {
  return scriptedSmtp({ EHLO: offerStartTls, OTHER: {}, STARTTLS: '220 2.0.0 Ready to start TLS' });
}

/** Speaks TLS 1.0 and nothing newer, with the given certificate; OpenSSL's level 0 is needed for that. */
export function tls10Only(
  certificate: Pick<ServerTls, 'cert' | 'key'>,
  mode: ScriptedTls['mode'],
): Promise<ScriptedSmtp> {
  const server: ServerTls = {
    ...certificate,
    minVersion: 'TLSv1',
    maxVersion: 'TLSv1',
    ciphers: weakCiphers,
  };
  return scriptedSmtp({}, { tls: { mode, server } });
}

/** Ciphers and key sizes that OpenSSL refuses by default since long, both as a client and as a server. */
export const weakCiphers = 'DEFAULT@SECLEVEL=0';
