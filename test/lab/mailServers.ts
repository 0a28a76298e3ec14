import { type Availability, ensureDebianPackages } from './debianPackages.ts';
import { runCommand } from './runCommand.ts';

const packages = [
  'postfix',
  'dovecot-core',
  'dovecot-imapd',
  'dovecot-pop3d',
  'swaks',
  'openssl',
  'libnet-ssleay-perl',
  'libio-socket-ssl-perl',
  'libnet-dns-perl',
  'libauthen-sasl-perl',
] as const;

/** What checks tickets and NTLM. */
const signInPackages = ['dovecot-gssapi', 'krb5-kdc', 'krb5-admin-server', 'winbind'] as const;

/** Postfix would ask which kind of server it shall be. */
async function answerPostfixQuestion(): Promise<void> {
  const answer = 'postfix postfix/main_mailer_type select No configuration';
  await runCommand('sh', [
    '-c',
    `command -v debconf-set-selections >/dev/null && echo '${answer}' | debconf-set-selections || true`,
  ]);
}

/**
 * Makes sure that Postfix, Dovecot and swaks are installed: on Debian, as root, it installs what is missing with apt
 * (20 seconds or so); nothing is started and nothing outside the packages is changed.
 * @returns whether the lab can start, or the reason why not.
 */
export async function ensureMailServers(): Promise<Availability> {
  if (process.getuid?.() === 0) await answerPostfixQuestion();
  return ensureDebianPackages(packages);
}

/** The same, with what a lab needs that takes tickets and NTLM. */
export async function ensureSignInServers(): Promise<Availability> {
  const mail = await ensureMailServers();
  return mail.available ? ensureDebianPackages(signInPackages) : mail;
}
