import { authenticationRules } from './authentication.ts';
import { certificateRules } from './certificates.ts';
import { clientRules } from './client.ts';
import { dialogueRules } from './dialogue.ts';
import { directoryAccountRules } from './directoryAccounts.ts';
import { directorySocketRules } from './directorySockets.ts';
import { directoryTrustRules } from './directoryTrusts.ts';
import { distinctiveRules } from './distinctive.ts';
import { encryptionRules } from './encryption.ts';
import { ambiguousCodeRules, enhancedCodeRules } from './enhancedCodes.ts';
import { entraRules } from './entra.ts';
import { entraSignInRules } from './entraSignIn.ts';
import { ewsRules } from './ews.ts';
import { exchangeOnlineRules } from './exchangeOnline.ts';
import { exchangeServerRules } from './exchangeServer.ts';
import { filterFallbackRules, filterRules } from './filters.ts';
import { folderRules } from './folders.ts';
import { googleRules } from './google.ts';
import { googleSignInRules } from './googleSignIn.ts';
import { graphRules } from './graph.ts';
import { kerberosAccountRules } from './kerberosAccounts.ts';
import { kerberosMailRules } from './kerberosMail.ts';
import { kerberosTicketRules } from './kerberosTickets.ts';
import { ldapResultRules } from './ldapResults.ts';
import { ldapServerRules, ldapTextRules } from './ldapTexts.ts';
import { mailboxAccessRules } from './mailboxAccess.ts';
import { messageRules } from './message.ts';
import { nameRules } from './names.ts';
import { generalCloudRules, oauthRules } from './oauth.ts';
import { otherProviderRules } from './otherProviders.ts';
import { outlookRules } from './outlook.ts';
import { queueRules } from './queue.ts';
import { recipientFallbackRules, recipientRules } from './recipient.ts';
import { relayServiceRules } from './relayServices.ts';
import { classRules, replyCodeRules } from './replyCodes.ts';
import type { Rule } from './rule.ts';
import { senderRules } from './sender.ts';
import { serviceRules } from './service.ts';
import { socketRules } from './sockets.ts';
import { lastStageRules, stageRules } from './stages.ts';
import { tlsRules } from './tls.ts';
import { windowsMailRules } from './windowsMail.ts';

/** Connections and TLS: what every protocol can meet. */
export const transportRules: readonly Rule[] = [
  ...certificateRules,
  ...tlsRules,
  ...nameRules,
  ...socketRules,
  ...dialogueRules,
];

/** The protocols whose servers talk about mail. */
const mail = ['smtp', 'imap', 'pop3'] as const;

/** Words such as "user unknown" mean something only in a reply or a log of mail. */
const inMail = (rules: readonly Rule[]): Rule[] =>
  rules.map((rule) => ({ ...rule, when: { protocol: mail, ...rule.when } }));

/** The most particular first: the first one that fits counts. */
export const particularRules: readonly Rule[] = [
  ...exchangeOnlineRules,
  ...exchangeServerRules,
  ...mailboxAccessRules,
  ...distinctiveRules,
  ...windowsMailRules,
  ...kerberosMailRules,
  ...inMail([
    ...googleRules,
    ...otherProviderRules,
    ...relayServiceRules,
    ...encryptionRules,
    ...authenticationRules,
    ...queueRules,
    ...filterRules,
    ...clientRules,
    ...senderRules,
    ...recipientRules,
    ...messageRules,
    ...serviceRules,
    ...filterFallbackRules,
    ...recipientFallbackRules,
  ]),
  ...transportRules,
  ...folderRules,
  ...stageRules,
  ...ambiguousCodeRules,
  ...enhancedCodeRules,
];

/** Accounts and tickets of Kerberos, whatever they are for. */
export const kerberosRules: readonly Rule[] = [...kerberosAccountRules, ...kerberosTicketRules];

/** LDAP, Active Directory and Kerberos: what they say of an account or a ticket, then connections, then bare codes. */
export const directoryRules: readonly Rule[] = [
  ...directorySocketRules,
  ...directoryAccountRules,
  ...directoryTrustRules,
  ...kerberosRules,
  ...kerberosMailRules,
  ...ldapTextRules,
  ...transportRules,
  ...ldapServerRules,
  ...ldapResultRules,
];

/** Sign-in services, Microsoft Graph, Exchange Web Services and Outlook: their own answers, then those of OAuth in general. */
export const cloudRules: readonly Rule[] = [
  ...entraRules,
  ...entraSignInRules,
  ...googleSignInRules,
  ...graphRules,
  ...ewsRules,
  ...outlookRules,
  ...oauthRules,
];

export { generalCloudRules };

/** What a refusal means whose words nobody knows: by where it stands, by its code, by its class. */
export const generalRules: readonly Rule[] = [...lastStageRules, ...replyCodeRules, ...classRules];

export const allRules: readonly Rule[] = [
  ...particularRules,
  ...generalRules,
  ...directoryRules.filter((rule) => !transportRules.includes(rule) && !kerberosMailRules.includes(rule)),
  ...cloudRules,
  ...generalCloudRules,
];
