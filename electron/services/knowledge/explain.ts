import type { ExplainInput, Explanation } from '../../contract/knowledge/knowledge.contract.ts';
import type { Finding } from '../../contract/proof/finding.ts';
import { type Clue, isReply } from './clue.ts';
import { type CloudProtocol, cloudProtocol } from './cloudProtocol.ts';
import { findBareCause } from './findBareCause.ts';
import { findCause } from './findCause.ts';
import { heardFrom } from './findCloudCause.ts';
import { findDirectoryCause, fullReplies } from './findDirectoryCause.ts';
import { forDirectory } from './forDirectory.ts';
import { parametersInText } from './foundParameters.ts';
import { isDirectoryError } from './isDirectoryError.ts';
import { isDirectoryText } from './isDirectoryText.ts';
import { isOrdinaryMessage } from './isOrdinaryMessage.ts';
import { isPermanent } from './isPermanent.ts';
import { makeFinding } from './makeFinding.ts';
import { type Match, matchRule } from './matchRule.ts';
import { quoteMatch } from './quoteMatch.ts';
import { readClues } from './readClues.ts';
import { cloudRules, generalCloudRules, kerberosRules, transportRules } from './rules/allRules.ts';

/** Marks of protocols whose own errors are not in these rules. */
const foreign = /\bftp> |\bFTP: |FTPd\b|\bUSER and PASS\b|AADSTS\d{4,}|<\/?(?:soap|s):|graph\.microsoft/i;

const mail = ['smtp', 'imap', 'pop3'] as const;
type MailProtocol = (typeof mail)[number];

const isOfMail = (protocol: ExplainInput['protocol']): protocol is MailProtocol =>
  mail.some((name) => name === protocol);

const isForeign = ({ protocol, text }: ExplainInput, cloud: CloudProtocol | null): boolean =>
  protocol === null
    ? foreign.test(text) || cloud === 'graph' || cloud === 'ews'
    : !isOfMail(protocol) && protocol !== 'tls';

/** Which service of the cloud a text is about: as a person chose, else by its marks. */
const cloudOf = ({ protocol, text }: ExplainInput): CloudProtocol | null => {
  if (protocol === 'oauth' || protocol === 'graph' || protocol === 'ews' || protocol === 'outlook')
    return protocol;
  return protocol === null && !isOrdinaryMessage(text) ? cloudProtocol(text) : null;
};

const isDirectory = ({ protocol, text }: ExplainInput, clues: readonly Clue[]): boolean =>
  protocol === null
    ? isDirectoryText(text) || isDirectoryError(text, clues)
    : protocol === 'ldap' || protocol === 'kerberos';

const findTransportCause = (clues: readonly Clue[]): Match | null => matchRule(transportRules, clues);

/** In a text of another protocol only connections and TLS are known, and what is a full SMTP reply beyond doubt. */
const findForeignCause = (clues: readonly Clue[]): Match | null =>
  matchRule(transportRules, clues) ?? findCause(fullReplies(clues));

/** What somebody writes in a message is talk; only a reply that is quoted in full counts. */
const findQuotedCause = (clues: readonly Clue[]): Match | null => findCause(fullReplies(clues));

type Find = (clues: readonly Clue[]) => Match | null;

const chooseFind = (input: ExplainInput, isOfDirectory: boolean, cloud: CloudProtocol | null): Find => {
  if (input.protocol === 'tls') return findTransportCause;
  if (isOrdinaryMessage(input.text)) return findQuotedCause;
  if (isOfDirectory) return findDirectoryCause;
  return isForeign(input, cloud) ? findForeignCause : findCause;
};

/** Its own words first; a connection that failed comes before what a library makes of it. */
const findMatch = (input: ExplainInput, clues: readonly Clue[], isOfDirectory: boolean): Match | null => {
  const cloud = cloudOf(input);
  const find = chooseFind(input, isOfDirectory, cloud);
  const ticket = isOfMail(input.protocol) || cloud === 'ews' ? kerberosRules : [];
  if (cloud === null) return find(clues) ?? matchRule(ticket, clues);
  const heard = heardFrom(cloud, clues);
  return (
    matchRule(cloudRules, heard) ??
    find(clues) ??
    matchRule(ticket, clues) ??
    matchRule(generalCloudRules, heard)
  );
};

/** Names that stand alone, where nothing else is known, and where neither mail nor a directory is talked about. */
const findBareMatch = (input: ExplainInput, clues: readonly Clue[], isOfDirectory: boolean): Match | null => {
  if (isOfDirectory || isOrdinaryMessage(input.text)) return null;
  const cloud = cloudOf(input);
  if (input.protocol !== null) return cloud && findBareCause(input.text, cloud, cloud);
  return clues.every(({ protocol }) => protocol === null) ? findBareCause(input.text, null, cloud) : null;
};

const toFinding = ({ rule, clue }: Match, isOfDirectory: boolean): Finding => {
  const finding = {
    ...makeFinding(rule.code, parametersInText(rule.code, clue.text)),
    permanent: isPermanent(rule.code, clue),
  };
  return isOfDirectory && !isReply(clue) ? forDirectory(finding) : finding;
};

/**
 * Explains a pasted text: a reply, a bounce, a log line, a stack trace, at most 64 KiB. `protocol` and `stage` narrow it.
 * Null: not known, which is better than a guess.
 */
export const explain = (input: ExplainInput): Explanation | null => {
  const { protocol, stage, text } = input;
  const isOurs = isOfMail(protocol) || protocol === 'tls';
  const clues = readClues(text, { protocol: isOurs ? protocol : null, stage, command: null });
  const isOfDirectory = isDirectory(input, clues);
  const match = findMatch(input, clues, isOfDirectory) ?? findBareMatch(input, clues, isOfDirectory);
  return match && { finding: toFinding(match, isOfDirectory), matched: quoteMatch(match) };
};
