import type { FormChange } from '../../../electron/contract/proof/finding.ts';
import type { StageName } from '../../../electron/contract/proof/proof.ts';

/** What the changes that findings offer do to the form beside the proof. */
export type OfferedChanges = {
  /** False while the form cannot be changed. */
  allowed: boolean;
  /** True when the form has it already. */
  isMade: (stage: StageName, change: FormChange) => boolean;
  make: (stage: StageName, change: FormChange) => void;
};
