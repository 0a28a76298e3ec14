import type { ProofLimit } from '../../../electron/contract/mail/mail.contract.ts';

/** How far a person wants a proof to go, and whether there was a delivery check when they said so. */
export type LimitChoice = { limit: ProofLimit; canArrive: boolean };

/**
 * How far a proof goes: as far as was chosen, else as far as it can. A choice ends when the delivery check is switched
 * on or off, so that a new one is not taken for proven without being tried (REQUIREMENTS N03).
 */
export const limitOf = (choice: LimitChoice | null, canArrive: boolean): ProofLimit => {
  if (choice?.canArrive === canArrive) return choice.limit;
  return canArrive ? 'arrive' : 'deliver';
};
