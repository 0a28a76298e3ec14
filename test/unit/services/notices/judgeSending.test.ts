import { describe, expect, it } from 'vitest';
import type { StageName } from '../../../../electron/contract/proof/proof.ts';
import type { FindingCode } from '../../../../electron/services/knowledge/findingTable.ts';
import { makeFinding } from '../../../../electron/services/knowledge/makeFinding.ts';
import { MessageNotSent } from '../../../../electron/services/mail/sendMessage.ts';
import { judgeSending } from '../../../../electron/services/notices/judgeSending.ts';

const next = (stage: StageName, code: FindingCode, command: string | null = null) => {
  const reply = command === null ? null : { command, code: 400, enhanced: null, text: '' };
  return judgeSending(new MessageNotSent(stage, makeFinding(code, {}), reply)).next;
};

describe('after a mail that was not taken', () => {
  it.each<[StageName, FindingCode]>([
    ['authenticate', 'exchangeOnlineSignInRefused'],
    ['authenticate', 'ewsSignInRefused'],
    ['authenticate', 'accountLocked'],
    ['token', 'clientSecretWrong'],
  ])('nothing more is sent where the sign-in was refused (%s %s)', (stage, code) => {
    expect(next(stage, code)).toBe('stop');
  });

  it.each<FindingCode>([
    ...(['ewsUrlWrong', 'ewsRefused', 'webAnswerUnreadable', 'ewsTemporary'] as const),
    ...(['ewsDisabled', 'ewsMethodNotOffered', 'ewsConnectionRefused'] as const),
  ])('the next attempt comes where something before Exchange answered whoever comes (%s)', (code) => {
    expect(next('authenticate', code)).toBe('retry');
  });

  it.each<FindingCode>([
    ...(['graphTokenRefused', 'graphPermissionMissing', 'graphMailboxMissing'] as const),
    ...(['exchangeOnlineSendAsDenied', 'graphApplicationPolicy', 'oauthAudienceWrong'] as const),
  ])('the next attempt comes where Graph finds something wrong with who sends (%s)', (code) => {
    expect(next('deliver', code, 'sendMail')).toBe('retry');
  });

  it.each<[FindingCode, string | null]>([
    ['clientSecretExpired', 'token'],
    ['sendAsDenied', 'EWS'],
    ['ewsConnectionRefused', null],
  ])('the next attempt comes where nothing was said of the message (%s after %s)', (code, command) => {
    expect(next('deliver', code, command)).toBe('retry');
  });

  it.each<[FindingCode, string]>([
    ['recipientSyntaxRefused', 'sendMail'],
    ['graphTooLarge', 'sendMail'],
    ['exchangeOnlineSendAsDenied', 'DATA'],
  ])('it is given up where the message itself was refused (%s after %s)', (code, command) => {
    expect(next('deliver', code, command)).toBe('giveUp');
  });
});
