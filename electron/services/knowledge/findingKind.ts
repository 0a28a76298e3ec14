import type { Actor, Finding } from '../../contract/proof/finding.ts';

/** How bad a situation is, who acts, whether it lasts. */
export type Kind = Pick<Finding, 'severity' | 'who' | 'permanent'>;

/** Fails until somebody changes something. */
export const lasting = (who: Actor): Kind => ({ severity: 'error', who, permanent: true });
/** May succeed later without any change. */
export const passing = (who: Actor): Kind => ({ severity: 'error', who, permanent: false });
/** Works, but should be put right. */
export const warning = (who: Actor): Kind => ({ severity: 'warning', who, permanent: true });
/** Nothing is wrong, but something is still to be done. */
export const note = (who: Actor): Kind => ({ severity: 'note', who, permanent: true });
