/** What a server sent cannot be read as LDAP (`EPROTO`), or is larger than any honest server's answer (`EMSGSIZE`). */
export class LdapProtocolError extends Error {
  override readonly name = 'LdapProtocolError';
  readonly code: 'EPROTO' | 'EMSGSIZE';

  /** @param message what is wrong, for the log; never bytes of the server. */
  constructor(message: string, code: 'EPROTO' | 'EMSGSIZE' = 'EPROTO') {
    super(message);
    this.code = code;
  }
}
