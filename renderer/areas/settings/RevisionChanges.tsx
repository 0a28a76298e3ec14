import type { ListedRevision } from '../../../electron/contract/settings/settings.contract.ts';
import { ChangesTable } from './ChangesTable.tsx';
import { Comparison } from './Comparison.tsx';
import type { Compared } from './ComparisonChoice.tsx';

type RevisionChangesProps = { shown: ListedRevision; newest: number; compared: Compared };

/** The chosen view on one save. */
export const RevisionChanges = ({ shown, newest, compared }: RevisionChangesProps) => {
  if (compared === 'own') return <ChangesTable changes={shown.changes} hidden={shown.hiddenChanges} />;
  if (compared === 'since') return <Comparison from={shown.revision} to={newest} />;
  return <Comparison from={compared} to={shown.revision} />;
};
