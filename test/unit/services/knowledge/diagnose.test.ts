import { describe, expect, it } from 'vitest';
import type { ServerReply } from '../../../../electron/contract/proof/evidence.ts';
import { findingSchema } from '../../../../electron/contract/proof/finding.ts';
import { stageNames } from '../../../../electron/contract/proof/proof.ts';
import { diagnose } from '../../../../electron/services/knowledge/diagnose.ts';
import { type Symptom, symptomProtocols } from '../../../../electron/services/knowledge/symptom.ts';

const reply = (command: string | null, code: number, enhanced: string | null, text: string): ServerReply => ({
  command,
  code,
  enhanced,
  text,
});
const smtp = (symptom: Partial<Symptom>): Symptom => ({
  protocol: 'smtp',
  stage: null,
  parameters: {},
  ...symptom,
});
const codeOf = (symptom: Partial<Symptom>): string => diagnose(smtp(symptom)).code;

describe('a reply', () => {
  it.each([
    [
      'authenticate',
      'AUTH PLAIN',
      535,
      '5.7.8',
      'Error: authentication failed: (reason unavailable)',
      'wrongCredentials',
    ],
    [
      'authenticate',
      'AUTH LOGIN',
      454,
      '4.7.0',
      'Temporary authentication failure',
      'authenticationTemporaryFailure',
    ],
    ['authenticate', 'AUTH PLAIN', 550, null, 'nope', 'authenticationRefused'],
    ['greet', null, 554, '5.7.1', 'No SMTP service here, your IP is blocked', 'clientHostRejected'],
    ['greet', null, 554, null, 'nope', 'serverRefusesClient'],
    ['greet', null, 421, null, 'nope', 'serverBusy'],
    ['identify', 'EHLO', 550, null, 'nope', 'heloRefused'],
    ['secure', 'STARTTLS', 502, '5.5.1', 'Error: command not implemented', 'starttlsNotOffered'],
    ['secure', 'STARTTLS', 454, '4.7.0', 'TLS not available due to local problem', 'starttlsRefused'],
    ['envelope', 'MAIL FROM', 550, null, 'nope', 'senderRefused'],
    [
      'envelope',
      'MAIL FROM:<a@example.org>',
      553,
      '5.7.1',
      'Sender address rejected: not owned by user bob',
      'senderNotOwned',
    ],
    ['envelope', 'RCPT TO', 550, null, 'nope', 'recipientRefused'],
    ['envelope', 'RCPT TO', 554, '5.7.1', '<bob@example.net>: Relay access denied', 'relayingDenied'],
    ['envelope', 'RCPT TO', 450, '4.7.1', 'Greylisted, try again in 2 seconds', 'greylisted'],
    ['envelope', 'RCPT TO', 550, '5.1.1', 'User unknown', 'recipientUnknown'],
    ['deliver', 'DATA', 552, '5.3.4', 'Error: message file too big', 'messageTooBig'],
    ['deliver', 'DATA', 554, null, 'nope', 'messageRefused'],
  ] as const)('at %s to %s: %i %s %s', (stage, command, code, enhanced, text, expected) => {
    expect(codeOf({ stage, reply: reply(command, code, enhanced, text) })).toBe(expected);
  });

  const refused = (code: number, enhanced: string, text: string) =>
    diagnose(smtp({ stage: 'envelope', reply: reply('RCPT TO', code, enhanced, text) }));

  it('lasts or passes by its own class, whatever the table says', () => {
    const unknown = { code: 'recipientUnknown' };
    expect(refused(450, '4.1.1', 'User unknown')).toMatchObject({ ...unknown, permanent: false });
    expect(refused(550, '5.1.1', 'User unknown')).toMatchObject({ ...unknown, permanent: true });
  });

  it('lasts where only a change helps, although servers refuse it with 4yz', () => {
    const denied = { code: 'relayingDenied', permanent: true };
    expect(refused(454, '4.7.1', 'Relay access denied')).toMatchObject(denied);
    expect(refused(554, '5.7.1', 'Relay access denied')).toMatchObject(denied);
  });

  it('that nobody knows is named by its class', () => {
    expect(diagnose(smtp({ reply: reply(null, 450, '4.9.9', 'xyzzy') }))).toMatchObject({
      code: 'replyTemporary',
      permanent: false,
    });
    expect(diagnose(smtp({ reply: reply(null, 599, null, 'xyzzy') }))).toMatchObject({
      code: 'replyPermanent',
      permanent: true,
    });
  });
});

describe('a system code', () => {
  it.each([
    ['dns', 'resolve', 'ENOTFOUND', 'hostNotFound'],
    ['dns', 'resolve', 'ECONNREFUSED', 'dnsUnreachable'],
    ['dns', 'resolve', 'EAI_AGAIN', 'dnsUnreachable'],
    ['dns', 'resolve', 'ENODATA', 'hostHasNoAddress'],
    ['socket', 'connect', 'ECONNREFUSED', 'connectionRefused'],
    ['socket', 'connect', 'ETIMEDOUT', 'connectionTimedOut'],
    ['socket', 'connect', 'EACCES', 'connectionBlockedLocally'],
    ['socket', 'connect', 'ENETUNREACH', 'networkUnreachable'],
    ['socket', 'greet', 'ECONNRESET', 'connectionClosedBeforeGreeting'],
    ['socket', 'deliver', 'ECONNRESET', 'connectionResetByServer'],
    ['tls', 'secure', 'ECONNRESET', 'tlsClosedByServer'],
    ['tls', 'secure', 'ERR_SSL_WRONG_VERSION_NUMBER', 'tlsOnPlainPort'],
    ['tls', 'secure', 'CERT_HAS_EXPIRED', 'certificateExpired'],
    ['tls', 'secure', 'SELF_SIGNED_CERT_IN_CHAIN', 'certificateUnknownAuthority'],
    ['tls', 'secure', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'certificateSelfSigned'],
    ['tls', 'secure', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'certificateChainIncomplete'],
    ['tls', 'secure', 'ERR_TLS_CERT_ALTNAME_INVALID', 'certificateNameMismatch'],
    ['tls', 'secure', 'ERR_SSL_NO_PROTOCOLS_AVAILABLE', 'tlsProtocolTooOld'],
    ['tls', 'secure', 'ERR_SSL_NO_CIPHERS_AVAILABLE', 'noCommonCipher'],
    ['file', 'folder', 'ENOENT', 'folderMissing'],
    ['file', 'write', 'ENOSPC', 'diskFull'],
    ['file', 'write', 'EACCES', 'folderNotWritable'],
  ] as const)('%s at %s: %s', (protocol, stage, systemCode, expected) => {
    expect(diagnose({ protocol, stage, systemCode, parameters: {} }).code).toBe(expected);
  });
});

describe('a symptom that says nothing', () => {
  it.each(symptomProtocols)('of %s still gives a finding of the contract at every stage', (protocol) => {
    for (const stage of [null, ...stageNames]) {
      const finding = diagnose({ protocol, stage, parameters: { host: 'mail.example.org' } });
      expect(findingSchema.safeParse(finding).error).toBeUndefined();
    }
  });

  it('of IMAP with words is judged by the words', () => {
    expect(
      diagnose({ protocol: 'imap', stage: 'arrive', text: 'Authentication failed.', parameters: {} }).code,
    ).toBe('mailboxSignInRefused');
  });
});
