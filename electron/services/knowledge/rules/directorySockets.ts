import type { Rule } from './rule.ts';

/** A domain controller without a certificate accepts the connection to LDAPS and resets it in the handshake. */
export const directorySocketRules: readonly Rule[] = [
  {
    code: 'ldapsWithoutCertificate',
    when: { systemCode: ['ECONNRESET', 'EPIPE'], stage: 'secure' },
    examples: [{ text: 'read ECONNRESET', protocol: 'ldap', stage: 'secure' }],
  },
];
