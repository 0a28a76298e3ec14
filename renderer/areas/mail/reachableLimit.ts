import type { ProofLimit } from '../../../electron/contract/mail/mail.contract.ts';

/** How far a proof can go that was to go as far as `wanted`: without a mailbox to look into, nothing is seen to arrive. */
export const reachableLimit = (wanted: ProofLimit, canArrive: boolean): ProofLimit =>
  wanted === 'arrive' && !canArrive ? 'deliver' : wanted;
