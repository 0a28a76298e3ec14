import type { LabCertificate } from './certificates.ts';
import { labUsers, mailboxOwner } from './identities.ts';

/** The Dovecot ports of a lab. */
export const dovecotPortNames = ['imap', 'imaps', 'pop3', 'pop3s'] as const;

/** Name of a Dovecot port. */
export type DovecotPortName = (typeof dovecotPortNames)[number];

/** What the configuration is made from. */
export type DovecotLayout = {
  /** Absolute path of the lab. */
  readonly directory: string;
  readonly ports: Readonly<Record<DovecotPortName, number>>;
  readonly certificate: LabCertificate;
  /** Unix socket where Postfix has passwords checked. */
  readonly authSocket: string;
  /** Further ways to sign in beside passwords. */
  readonly signIns: DovecotSignIns;
};

/** Ways to sign in that need more than Dovecot; each is offered where it is given. */
export type DovecotSignIns = {
  /** Bearer tokens: where Dovecot asks about a token (RFC 7662). */
  readonly tokens?: { readonly introspectionUrl: string };
  /** Tickets of Kerberos: keys of the services, and krb5.conf. */
  readonly tickets?: { readonly keytab: string; readonly configuration: string };
  /** NTLM: the program that checks it, which speaks as Squid's helpers do. */
  readonly ntlm?: { readonly helper: string };
};

/**
 * One way to check who signs in. A further one (tokens, tickets) is added to `passwordDatabases` with the mechanisms
 * that it is for: without them Dovecot tries a bearer token as a password in the next database too.
 */
type PasswordDatabase = {
  readonly driver: string;
  readonly mechanisms: readonly string[];
  readonly parameters: string;
};

function passwordDatabases({ directory, signIns }: DovecotLayout): readonly PasswordDatabase[] {
  const { tokens, tickets } = signIns;
  return [
    ...(tokens === undefined
      ? []
      : [
          {
            driver: 'oauth2',
            mechanisms: ['xoauth2', 'oauthbearer'],
            parameters: `${directory}/dovecot/${tokenFileName}`,
          },
        ]),
    {
      driver: 'passwd-file',
      // Whoever has a ticket is looked up among the users, too.
      mechanisms: ['plain', 'login', 'cram-md5', ...(tickets === undefined ? [] : ['gssapi'])],
      parameters: `scheme=PLAIN username_format=%n ${directory}/dovecot/users`,
    },
  ];
}

/** The file beside dovecot.conf that says how tokens are asked about. */
export const tokenFileName = 'oauth2.conf.ext';

/** The text of that file. */
export function dovecotTokenFile(introspectionUrl: string): string {
  return `introspection_mode = post
introspection_url = ${introspectionUrl}
username_attribute = username
active_attribute = active
active_value = true
`;
}

/** Settings of the further ways to sign in. */
function signInSettings({ tickets, ntlm }: DovecotSignIns): string {
  return [
    ...(tickets === undefined
      ? []
      : [
          'auth_gssapi_hostname = "$ALL"',
          `auth_krb5_keytab = ${tickets.keytab}`,
          `import_environment = TZ KRB5_CONFIG=${tickets.configuration}`,
        ]),
    ...(ntlm === undefined ? [] : ['auth_use_winbind = yes', `auth_winbind_helper_path = ${ntlm.helper}`]),
  ]
    .map((line) => `${line}\n`)
    .join('');
}

function passwordDatabaseBlock({ driver, mechanisms, parameters }: PasswordDatabase): string {
  return `passdb {
  driver = ${driver}
  mechanisms = ${mechanisms.join(' ')}
  args = ${parameters}
}`;
}

function listenerBlock(name: DovecotPortName, port: number): string {
  return `  inet_listener ${name} {
    port = ${port}
  }`;
}

/** Passwords in the form of passwd(5), one user a line. */
export function dovecotUserFile(): string {
  return Object.values(labUsers)
    .map(({ name, password }) => `${name}:{PLAIN}${password}\n`)
    .join('');
}

/** The text of dovecot.conf (Dovecot 2.3). */
export function dovecotConfiguration(layout: DovecotLayout): string {
  const { directory, ports, certificate, authSocket, signIns } = layout;
  const databases = passwordDatabases(layout);
  const mechanisms = [
    ...databases.flatMap((database) => database.mechanisms),
    ...(signIns.ntlm === undefined ? [] : ['ntlm']),
  ];
  return `base_dir = ${directory}/dovecot/run
state_dir = ${directory}/dovecot/run
instance_name = lab-${ports.imap}
log_path = ${directory}/log/dovecot.log
protocols = imap pop3
listen = 127.0.0.1
ssl = yes
ssl_cert = <${certificate.chainPath}
ssl_key = <${certificate.keyPath}
ssl_dh =
disable_plaintext_auth = yes
auth_mechanisms = ${mechanisms.join(' ')}
${signInSettings(signIns)}auth_verbose = yes
auth_failure_delay = 0 secs
auth_username_format = %Ln
first_valid_uid = 1
mail_location = maildir:~/Maildir
namespace inbox {
  inbox = yes
}
${databases.map(passwordDatabaseBlock).join('\n')}
userdb {
  driver = static
  args = uid=${mailboxOwner.userId} gid=${mailboxOwner.groupId} home=${directory}/mail/%Ln allow_all_users=yes
}
service auth {
  unix_listener ${authSocket} {
    mode = 0666
  }
}
service imap-login {
${listenerBlock('imap', ports.imap)}
${listenerBlock('imaps', ports.imaps)}
}
service pop3-login {
${listenerBlock('pop3', ports.pop3)}
${listenerBlock('pop3s', ports.pop3s)}
}
# Without this every sign-in after a failed one waits longer and longer.
service anvil {
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
`;
}
