import type { ServerReply } from '../../contract/proof/evidence.ts';
import type { Finding } from '../../contract/proof/finding.ts';
import type { Clue } from './clue.ts';
import { lasts } from './clue.ts';
import { cloudProtocols } from './cloudProtocol.ts';
import { findCause } from './findCause.ts';
import { findCloudCause, heardFrom } from './findCloudCause.ts';
import { findDirectoryCause } from './findDirectoryCause.ts';
import type { FindingCode } from './findingTable.ts';
import { forDirectory } from './forDirectory.ts';
import { parametersInText, parametersOfRefusal } from './foundParameters.ts';
import { isPermanent } from './isPermanent.ts';
import { makeFinding } from './makeFinding.ts';
import type { Match } from './matchRule.ts';
import { fold, maskAddresses } from './prepareText.ts';
import { readClues, type Setting } from './readClues.ts';
import { codesOfCloudRefusal } from './readCloudCodes.ts';
import { codesOfRefusal, type LdapRefusal } from './readDirectoryCodes.ts';
import { readSystemCodes, systemCodeName } from './readSystemCodes.ts';
import { commandName, stageOfCommand } from './replyCommand.ts';
import type { CloudRefusal, Symptom, SymptomProtocol } from './symptom.ts';

const generalCodes: Record<SymptomProtocol, FindingCode> = {
  smtp: 'unknownFailure',
  imap: 'mailboxServerRefuses',
  pop3: 'mailboxServerRefuses',
  tls: 'tlsHandshakeFailed',
  socket: 'connectionFailed',
  dns: 'nameResolutionFailed',
  file: 'folderFailed',
  ldap: 'ldapRefused',
  cldap: 'controllerPingNotUnderstood',
  kerberos: 'kerberosFailed',
  oauth: 'oauthRefused',
  graph: 'graphRefused',
  ews: 'ewsRefused',
  outlook: 'outlookFailed',
};

const directoryProtocols: readonly SymptomProtocol[] = ['ldap', 'cldap', 'kerberos'];

const replyClue = (reply: ServerReply, setting: Setting): Clue => {
  const text = fold(reply.text);
  return {
    ...setting,
    text,
    searched: maskAddresses(text),
    reply: reply.code,
    enhanced: reply.enhanced,
    systemCodes: readSystemCodes(text),
    source: reply.text,
  };
};

const codeClue = (systemCode: string, text: string, setting: Setting): Clue => ({
  ...setting,
  text,
  searched: maskAddresses(text),
  reply: null,
  enhanced: null,
  systemCodes: new Set([systemCodeName(systemCode)]),
  source: systemCode,
});

const refusalClue = (refusal: LdapRefusal, setting: Setting): Clue => ({
  ...codeClue('', fold(refusal.diagnosticMessage), setting),
  systemCodes: new Set(codesOfRefusal(refusal)),
  source: refusal.diagnosticMessage,
});

/** The marks and the words are one sight: a rule may look at both. */
const cloudClue = (refusal: CloudRefusal, text: string, setting: Setting): Clue => {
  const clue = codeClue('', fold(text), setting);
  return {
    ...clue,
    systemCodes: new Set([...codesOfCloudRefusal(refusal), ...readSystemCodes(text)]),
    source: text,
  };
};

const settingOf = ({ protocol, stage, command, reply }: Symptom): Setting => {
  const named = command ?? reply?.command ?? null;
  const name = named === null ? null : commandName(named);
  return { protocol, command: name, stage: stage ?? (name === null ? null : stageOfCommand(name)) };
};

const cluesOf = (symptom: Symptom): Clue[] => {
  const setting = settingOf(symptom);
  const { reply, systemCode, ldap, cloud, text = '' } = symptom;
  return [
    ...(reply ? [replyClue(reply, setting)] : []),
    ...(ldap ? [refusalClue(ldap, setting)] : []),
    ...(cloud ? [cloudClue(cloud, text, setting)] : []),
    ...(systemCode === undefined ? [] : [codeClue(systemCode, text, setting)]),
    ...readClues(text, setting),
  ];
};

const generalCode = (symptom: Symptom, clues: readonly Clue[]): FindingCode => {
  const final = clues.map(lasts).find((value) => value !== null);
  if (final === undefined || cloudProtocols.includes(symptom.protocol)) return generalCodes[symptom.protocol];
  return final ? 'replyPermanent' : 'replyTemporary';
};

const findMatch = ({ protocol }: Symptom, clues: readonly Clue[]): Match | null => {
  if (directoryProtocols.includes(protocol)) return findDirectoryCause(clues);
  return cloudProtocols.includes(protocol) ? findCloudCause(heardFrom(protocol, clues)) : findCause(clues);
};

const parametersOf = (code: FindingCode, { cloud, text, parameters }: Symptom): Record<string, string> => ({
  ...parametersInText(code, text ?? ''),
  ...(cloud ? parametersOfRefusal(cloud) : {}),
  ...parameters,
});

/**
 * Names what is wrong when a stage failed: by the most particular rule that fits, else by the class of the failure.
 * Always gives a finding. A reply's own class (RFC 5321 4.2.1) decides whether it lasts.
 */
export const diagnose = (symptom: Symptom): Finding => {
  const clues = cluesOf(symptom);
  const match = findMatch(symptom, clues);
  const code = match?.rule.code ?? generalCode(symptom, clues);
  const finding = {
    ...makeFinding(code, parametersOf(code, symptom)),
    permanent: isPermanent(code, match?.clue ?? null),
  };
  return directoryProtocols.includes(symptom.protocol) ? forDirectory(finding) : finding;
};
