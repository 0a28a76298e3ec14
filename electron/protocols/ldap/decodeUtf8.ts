/** Text of LDAP (RFC 4511, 4.1.2: UTF-8); what is none becomes U+FFFD, so that it can be shown whatever it is. */
export const decodeUtf8 = (bytes: Buffer, from = 0, to = bytes.length): string =>
  bytes.toString('utf8', from, to);
