import type { CertificateName, LabCertificates } from './certificates.ts';
import { labHostName, labMessageSizeLimit, labRecipients, labUsers, mailboxOwner } from './identities.ts';

/** The Postfix ports of a lab, each with the fault or duty that it is named after. */
export const postfixPortNames = [
  'submission',
  'smtps',
  'relay',
  'plainAuth',
  'greylist',
  'expired',
  'otherName',
  'selfSigned',
  'notYetValid',
  'leafOnly',
] as const;

/** Name of a Postfix port. */
export type PostfixPortName = (typeof postfixPortNames)[number];

/** What the configuration is made from. */
export type PostfixLayout = {
  /** Absolute path of the lab. */
  readonly directory: string;
  readonly ports: Readonly<Record<PostfixPortName, number>>;
  readonly certificates: LabCertificates;
  /** Unix socket of the server that checks passwords (Dovecot). */
  readonly authSocket: string;
  /** Loopback port of the greylist's policy server. */
  readonly policyPort: number;
};

const specialRecipients =
  `check_recipient_access inline:{ ` +
  `{ ${labRecipients.refused} = 550 5.7.1 recipient refused by policy } ` +
  `{ ${labRecipients.postponed} = 450 4.2.0 Greylisted, try again later } }`;

const mailboxes = [
  `{ ${labUsers.alice.address} = alice/Maildir/ }`,
  `{ ${labUsers.bob.address} = bob/Maildir/ }`,
  `{ ${labRecipients.postponed} = bob/Maildir/ }`,
].join(' ');

/** The text of main.cf (postconf(5)). */
export function postfixMainConfiguration({ directory, certificates, authSocket }: PostfixLayout): string {
  const { good } = certificates.servers;
  return `compatibility_level = 3.6
queue_directory = ${directory}/postfix/spool
data_directory = ${directory}/postfix/data
maillog_file = ${directory}/log/postfix.log
maillog_file_prefixes = ${directory}
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
myhostname = ${labHostName}
mydomain = example.test
mydestination =
mynetworks = 127.0.0.1/32
alias_maps =
alias_database =
local_recipient_maps =
relay_domains =
default_transport = error:5.7.1 no outside delivery in the lab
virtual_mailbox_domains = ${labHostName}
virtual_mailbox_base = ${directory}/mail
virtual_mailbox_maps = inline:{ ${mailboxes} }
virtual_uid_maps = static:${mailboxOwner.userId}
virtual_gid_maps = static:${mailboxOwner.groupId}
virtual_mailbox_limit = 0
message_size_limit = ${labMessageSizeLimit}
smtpd_tls_chain_files = ${good.keyPath}, ${good.chainPath}
smtpd_tls_security_level = may
smtpd_tls_loglevel = 1
smtpd_tls_received_header = yes
smtpd_sasl_type = dovecot
smtpd_sasl_path = ${authSocket}
smtpd_sasl_auth_enable = no
smtpd_sasl_authenticated_header = yes
smtpd_relay_restrictions = permit_sasl_authenticated, reject
smtpd_recipient_restrictions = ${specialRecipients}, permit_sasl_authenticated, reject
smtpd_error_sleep_time = 0
smtpd_client_connection_rate_limit = 0
smtpd_client_connection_count_limit = 0
anvil_status_update_time = 0
service_throttle_time = 1s
`;
}

/** One setting that holds for one port only; the braces let it contain spaces (master(5)). */
function setting(name: string, value: string): string {
  return `  -o { ${name} = ${value} }`;
}

const signIn = setting('smtpd_sasl_auth_enable', 'yes');
const starttlsRequired = setting('smtpd_tls_security_level', 'encrypt');
const openToThisMachine = setting('smtpd_relay_restrictions', 'permit_mynetworks, reject');

function acceptAfter(check: string): string {
  return setting('smtpd_recipient_restrictions', `${check}, permit_mynetworks, reject`);
}

function portSettings({ certificates, policyPort }: PostfixLayout): Record<PostfixPortName, string[]> {
  const faulty = (name: CertificateName): string[] => {
    const { keyPath, chainPath } = certificates.servers[name];
    return [starttlsRequired, signIn, setting('smtpd_tls_chain_files', `${keyPath}, ${chainPath}`)];
  };
  return {
    submission: [starttlsRequired, setting('smtpd_tls_auth_only', 'yes'), signIn],
    smtps: [setting('smtpd_tls_wrappermode', 'yes'), signIn],
    relay: [openToThisMachine, acceptAfter(specialRecipients)],
    plainAuth: [setting('smtpd_tls_security_level', 'none'), signIn],
    greylist: [openToThisMachine, acceptAfter(`check_policy_service inet:127.0.0.1:${policyPort}`)],
    expired: faulty('expired'),
    otherName: faulty('otherName'),
    selfSigned: faulty('selfSigned'),
    notYetValid: faulty('notYetValid'),
    leafOnly: faulty('leafOnly'),
  };
}

/** Postfix's inner services, as Debian ships them, but none of them in a chroot. */
const innerServices = `pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
proxywrite unix - - n - 1 proxymap
smtp unix - - n - - smtp
showq unix n - n - - showq
error unix - - n - - error
retry unix - - n - - error
discard unix - - n - - discard
local unix - n n - - local
virtual unix - n n - - virtual
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
`;

/** The text of master.cf (master(5)): one smtpd for each port, then the inner services. */
export function postfixServiceConfiguration(layout: PostfixLayout): string {
  const settings = portSettings(layout);
  const listeners = postfixPortNames.map((name) => {
    const service = `127.0.0.1:${layout.ports[name]} inet n - n - - smtpd`;
    return [service, setting('syslog_name', `postfix/${name}`), ...settings[name]].join('\n');
  });
  return `${listeners.join('\n')}\n${innerServices}`;
}
