/** Ways to sign in with a user name and a password alone. */
export type PasswordMechanism = 'PLAIN' | 'LOGIN' | 'CRAM-MD5';

export type Credential = { userName: string; password: string };

export type PasswordSignIn = Credential & { mechanism: PasswordMechanism };

export type NtlmSignIn = Credential & {
  mechanism: 'NTLM';
  /** NetBIOS or DNS name of the account's domain; empty: that of a name with `\` or `@`, else the server's own. */
  domain: string;
  /** What this machine calls itself; empty: nothing. */
  workstation: string;
};

/** As whoever the program runs as, with a ticket of Kerberos. */
export type TicketSignIn = {
  mechanism: 'GSSAPI';
  /** `service/host`; null: the protocol's service on the host that is connected to. */
  servicePrincipal: string | null;
};

export type TokenSignIn = { mechanism: 'XOAUTH2' | 'OAUTHBEARER'; userName: string; accessToken: string };

/** A token, by the way that the server offers. */
export type OpenTokenSignIn = Omit<TokenSignIn, 'mechanism'> & { mechanism: null };

/** Who signs in to a mail server, and how. */
export type SignIn = PasswordSignIn | NtlmSignIn | TicketSignIn | TokenSignIn;

/** Names of the ways to sign in, as IANA lists them and as servers offer them. */
export type SaslMechanism = SignIn['mechanism'];
