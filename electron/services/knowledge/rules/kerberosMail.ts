import type { Rule } from './rule.ts';

/** Kerberos as a way to sign in to a mail server: SASL GSSAPI (RFC 4752). What the ticket itself lacks is in `kerberosTickets.ts`. */
export const kerberosMailRules: readonly Rule[] = [
  {
    code: 'kerberosWrongPrincipal',
    when: { words: /\bwrong principal in request\b/i },
    examples: [
      'postfix/smtpd[41]: warning: SASL authentication failure: GSSAPI Error: Unspecified GSS failure.  Minor code may provide more information (Wrong principal in request)',
    ],
  },
  {
    code: 'kerberosSignInRefused',
    when: { reply: 'permanent', words: /\b(?:GSSAPI|GSS-SPNEGO|GSS failure)\b/i },
    examples: ['535 5.7.8 Error: authentication failed: Unspecified GSS failure'],
  },
  {
    code: 'kerberosSignInRefused',
    when: { words: /\bSASL (?:GSSAPI|GSS-SPNEGO) authentication failed/i },
    examples: [
      'postfix/smtpd[41]: warning: app1.example.org[10.0.0.9]: SASL GSSAPI authentication failed: generic failure',
    ],
  },
];
