import type { DirectoryDetails } from '../../../electron/contract/directory/directory.contract.ts';
import type { ValuesState } from '../proof/editor/ValuesStateBadge.tsx';

/** How the directory stands; null: none is set. */
export const valuesStateOf = ({ values, draft, state, proof }: DirectoryDetails): ValuesState | null =>
  state && { state, provenOnlyUntil: null, proof, hasDraft: values !== null && draft !== null };
