import type { Rule } from './rule.ts';

/** Connections: codes of Node (errno), Winsock and what programs on Windows and Linux write. */
export const socketRules: readonly Rule[] = [
  {
    code: 'connectionRefused',
    when: { systemCode: ['ECONNREFUSED', 'WSAECONNREFUSED', '10061'] },
    examples: ['connect ECONNREFUSED 10.0.0.5:25'],
  },
];
