import { describe, expect, it } from 'vitest';
import type { ExplainInput } from '../../../../electron/contract/knowledge/knowledge.contract.ts';
import { cloudProtocol } from '../../../../electron/services/knowledge/cloudProtocol.ts';
import { diagnose } from '../../../../electron/services/knowledge/diagnose.ts';
import { explain } from '../../../../electron/services/knowledge/explain.ts';
import { type FindingCode, findingTable } from '../../../../electron/services/knowledge/findingTable.ts';
import {
  allRules,
  cloudRules,
  directoryRules,
  generalCloudRules,
  transportRules,
} from '../../../../electron/services/knowledge/rules/allRules.ts';
import { folderRules } from '../../../../electron/services/knowledge/rules/folders.ts';
import type { Example, Rule } from '../../../../electron/services/knowledge/rules/rule.ts';
import type { SymptomProtocol } from '../../../../electron/services/knowledge/symptom.ts';

const inputOf = (example: Example): ExplainInput => ({
  protocol: null,
  stage: null,
  ...(typeof example === 'string' ? { text: example } : example),
});

const cloudProtocolOf = ({ when, examples: [example] }: Rule): SymptomProtocol =>
  [when.protocol ?? cloudProtocol(inputOf(example).text) ?? 'oauth'].flat()[0] ?? 'oauth';

const protocolOf = (rule: Rule): SymptomProtocol => {
  if (folderRules.includes(rule)) return 'file';
  if (transportRules.includes(rule)) return 'socket';
  if (cloudRules.includes(rule) || generalCloudRules.includes(rule)) return cloudProtocolOf(rule);
  return directoryRules.includes(rule) ? 'ldap' : 'smtp';
};

const cases = allRules.flatMap((rule) =>
  rule.examples.map((example) => ({ rule, code: rule.code, input: inputOf(example) })),
);

describe('every example of every rule', () => {
  it('is explained by its rule, or by one with the same code', () => {
    const wrong = cases.filter(({ code, input }) => explain(input)?.finding.code !== code);
    expect(wrong.map(({ code, input }) => [code, input.text])).toEqual([]);
  });

  it('is diagnosed the same as a symptom', () => {
    const wrong = cases.filter(({ rule, code, input: { stage, text } }) => {
      return diagnose({ protocol: protocolOf(rule), stage, text, parameters: {} }).code !== code;
    });
    expect(wrong.map(({ code, input }) => [code, input.text])).toEqual([]);
  });

  it('names words that its explanation rests on', () => {
    const wrong = cases.filter(({ input }) => explain(input)?.matched.trim() === '');
    expect(wrong).toEqual([]);
  });
});

/** Situations that a proof sees for itself; no reply and no error code says them, so no rule leads to them. */
const assertedByProof: readonly FindingCode[] = [
  'nameResolutionFailed',
  'oauthConnectionRefused',
  'providerUnreachable',
  'providerNotResolved',
  'connectionsInUse',
  'greetingNotSmtp',
  'replyNotSmtp',
  'starttlsHidden',
  'plainOnTlsPort',
  'encryptionNotUsed',
  'encryptionNotOffered',
  'certificateExpiresSoon',
  'passwordWithoutEncryption',
  'passwordWouldTravelUnencrypted',
  'tokenWouldTravelUnencrypted',
  'messageNotArrived',
  'messageArrivedAsSpam',
  'mailboxServerRefuses',
  'mailboxReplyNotUnderstood',
  'mailboxEncryptionNotOffered',
  'folderFailed',
  'leftForPickup',
  'machineNotJoined',
  'machineJoinNotNeeded',
  'machineJoinUnknown',
  'machineJoinedToOtherDomain',
  'machineJoinedOnlyToEntra',
  'domainRecordsMissing',
  'domainZoneUnavailable',
  'directoryDnsUnreachable',
  'controllerAddressMissing',
  'typedControllerUnknown',
  'directoryDnsRefused',
  'controllerNotRunning',
  'controllerSilent',
  'controllerHangs',
  'serviceRecordsMissing',
  'siteWithoutController',
  'controllerPingUnanswered',
  'controllerOfOtherDomain',
  'controllerNotOfDomain',
  'controllerPingNotUnderstood',
  'controllerNotClosest',
  'controllerReadOnly',
  'controllerPortsClosed',
  'controllerOptionalPortsClosed',
  'clockSkewTooLarge',
  'clockSkewNoticeable',
  'controllerTimeUnreadable',
  'ldapStarttlsRefused',
  'certificateWithoutDomainName',
  'controllerOutsideDomain',
  'notActiveDirectory',
  'globalCatalogNotReady',
  'controllerNamedOtherwise',
  'controllerNotSynchronized',
  'functionalLevelOld',
  'kerberosBindNotOffered',
  'directoryPasswordEmpty',
  'kerberosModuleMissing',
  'kerberosFailed',
  'ldapConnectionEnded',
  'ldapReplyNotUnderstood',
  'readerRefused',
  'readerRefusedElsewhere',
  'readerUnanswered',
  'directoryObjectUnseen',
  'directoryUserNotFound',
  'directoryUserAmbiguous',
  'testUserNotFound',
  'machineWithoutAccount',
  'searchSizeLimitIgnored',
  'testUserOfOtherDomain',
  'tokenGroupsNotReadable',
  'windowsAuthorizationAccessMissing',
  'tokenNearLimit',
  'trustUnreachable',
  'trustOneWay',
  'trustDisabled',
  'trustSelective',
  'trustQuarantined',
  'noTrusts',
  'clientCertificatePassphrase',
  'oauthTenantWrong',
  'oauthApplicationRoleMissing',
  'oauthPortInUse',
  'oauthPortReserved',
  'oauthAnotherSignIn',
  'vaultLocked',
  'oauthBrowserNotAnswered',
  'oauthTokenEmpty',
  'proxyRefused',
  'proxyNotFound',
  'proxyNotListening',
  'proxyUnreachable',
  'ropcWithoutMfa',
  'ntlmWithoutTls',
  'mechanismNotOffered',
  'exchangeApplicationNotAdmitted',
  'mailboxApplicationNotAdmitted',
  'mailboxTokenRefused',
  'webAnswerUnreadable',
  'graphMailboxUntold',
  'graphRefused',
  'ewsConnectionRefused',
  'ewsChallengeUnreadable',
  'ewsMethodNotOffered',
  'basicEwsMfa',
  'ewsRefused',
  'outlookNeedsWindows',
  'outlookTimedOut',
  'outlookFailed',
  'unknownFailure',
];

describe('the rules', () => {
  it('lead to every code that a proof does not see for itself', () => {
    const reached = new Set<string>([...allRules.map(({ code }) => code), ...assertedByProof]);
    expect(Object.keys(findingTable).filter((code) => !reached.has(code))).toEqual([]);
  });

  it('leave to the proof what only it sees', () => {
    const ruled = new Set(allRules.map(({ code }) => code));
    expect(assertedByProof.filter((code) => ruled.has(code))).toEqual([]);
  });

  it('look for words with bounded gaps, so that no text makes them slow', () => {
    const unbounded = allRules.filter(({ when }) =>
      /(?:(?<!\\)\.|\]|\\[wsSdD])[*+]/.test(when.words?.source ?? ''),
    );
    expect(unbounded.map(({ when }) => String(when.words))).toEqual([]);
  });

  it('keep no state between two texts', () => {
    expect(allRules.filter(({ when }) => when.words?.global ?? when.words?.sticky).length).toBe(0);
  });
});

/** IANA "SMTP Enhanced Status Codes": detail codes of each subject, without x.1.5 (a success) and x.0.0. */
const registry: Record<string, number[]> = {
  '1': [0, 1, 2, 3, 4, 6, 7, 8, 9, 10],
  '2': [0, 1, 2, 3, 4],
  '3': [0, 1, 2, 3, 4, 5, 6],
  '4': [0, 1, 2, 3, 4, 5, 6, 7],
  '5': [0, 1, 2, 3, 4, 5, 6],
  '6': [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
  '7': Array.from({ length: 31 }, (_, detail) => detail),
};
const registeredCodes = Object.entries(registry).flatMap(([subject, details]) =>
  details.map((detail) => `${subject}.${detail}`),
);

describe('registered enhanced status codes', () => {
  it.each(['4', '5'])('of class %s are all known, with the permanence of the class', (family) => {
    // x.7.27, x.7.29 and x.7.30 mean different things to the registry, Google and Microsoft.
    // x.7.10 asks for encryption, which no waiting brings, whatever the class.
    const ambiguous = new Set(['7.27', '7.29', '7.30', ...(family === '4' ? ['7.10'] : [])]);
    const codes = registeredCodes.filter((code) => !ambiguous.has(code)).map((code) => `${family}.${code}`);
    const wrong = codes.filter((code) => {
      const explanation = explain({ text: `${family}50 ${code} ${code}`, protocol: null, stage: null });
      return explanation?.finding.permanent !== (family === '5');
    });
    expect(wrong).toEqual([]);
  });
});
