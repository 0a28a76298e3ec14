import type { KeepFrom } from '../../../../electron/contract/mail/mail.contract.ts';

/** The side of stored values that is shown: the one asked for if it is there. */
export const sideOf = (stored: { values: unknown; draft: unknown }, asked: KeepFrom): KeepFrom => {
  if (stored.values === null) return 'draft';
  return stored.draft === null ? 'active' : asked;
};
