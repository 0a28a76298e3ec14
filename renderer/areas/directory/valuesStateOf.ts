import type { ValuesState } from '../proof/editor/ValuesStateBadge.tsx';
import type { DirectorySource } from './directorySource.ts';

/** How the side that is shown stands; the last proof was that of what is in force, not of a draft. Null: nothing is set. */
export const valuesStateOf = ({
  side,
  details: { values, draft, state, proof },
}: Pick<DirectorySource, 'side' | 'details'>): ValuesState | null => {
  if (state === null) return null;
  if (side === 'draft') return { state: 'draft', provenOnlyUntil: null, proof: null, hasDraft: false };
  return { state, provenOnlyUntil: null, proof, hasDraft: values !== null && draft !== null };
};
