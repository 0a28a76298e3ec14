import type { Rule } from './rule.ts';

/**
 * Where a refusal stands says what it is about, when its words do not: RFC 5321 4.3.2 has the codes of each command.
 * Looked at before the registered codes, so only codes that say nothing by themselves are named here.
 */
export const stageRules: readonly Rule[] = [
  {
    code: 'serverBusy',
    when: { stage: 'greet', reply: 'temporary' },
    examples: [{ text: '421 mail.example.org', stage: 'greet' }],
  },
  {
    code: 'serverRefusesClient',
    when: { stage: 'greet', reply: 'permanent' },
    examples: [{ text: '554 mail.example.org', stage: 'greet' }],
  },
  {
    code: 'serverBusy',
    when: { stage: 'identify', reply: 421 },
    examples: [{ text: '421 mail.example.org bye', stage: 'identify' }],
  },
  {
    code: 'heloRefused',
    when: { stage: 'identify', reply: [501, 504, 550, 553] },
    examples: [{ text: '550 Rejected', stage: 'identify' }],
  },
  {
    code: 'wrongCredentials',
    when: { stage: 'authenticate', reply: 535 },
    examples: [{ text: '535 no', stage: 'authenticate' }],
  },
  {
    code: 'noCommonMechanism',
    when: { stage: 'authenticate', reply: 504 },
    examples: [{ text: '504 no', stage: 'authenticate' }],
  },
  {
    code: 'authenticationNotOffered',
    when: { stage: 'authenticate', reply: [500, 502, 503] },
    examples: [{ text: '502 5.5.1 no', stage: 'authenticate' }],
  },
  {
    code: 'authenticationTemporaryFailure',
    when: { stage: 'authenticate', reply: [450, 451, 454] },
    examples: [{ text: '454 4.7.0 later', stage: 'authenticate' }],
  },
  {
    code: 'authenticationRefused',
    when: { stage: 'authenticate', reply: [550, 553, 554], enhanced: ['x.7.0', 'x.7.1', 'x.0.0'] },
    examples: [{ text: '550 5.7.1 no', stage: 'authenticate' }],
  },
];

/** The same for what the registered codes left open. */
export const lastStageRules: readonly Rule[] = [
  {
    code: 'authenticationRefused',
    when: { stage: 'authenticate', reply: 'permanent' },
    examples: [{ text: '550 no', stage: 'authenticate' }],
  },
  {
    code: 'senderRefused',
    when: { command: 'MAIL FROM', reply: 'permanent' },
    examples: ['550 no (in reply to MAIL FROM command)'],
  },
  {
    code: 'recipientRefused',
    when: { command: 'RCPT TO', reply: 'permanent' },
    examples: ['550 no (in reply to RCPT TO command)'],
  },
  {
    code: 'messageRefused',
    when: { stage: 'deliver', reply: 'permanent' },
    examples: [{ text: '554 no', stage: 'deliver' }, '554 no (in reply to end of DATA command)'],
  },
];
