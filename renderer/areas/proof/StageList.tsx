import { makeStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { StageName } from '../../../electron/contract/proof/proof.ts';
import { type ProofRun, skippedStages } from './proofRun.ts';
import { SkippedStages } from './SkippedStages.tsx';
import { StageRow } from './StageRow.tsx';

const useStyles = makeStyles({ list: { listStyleType: 'none', margin: 0, padding: 0 } });

type StageListProps = {
  run: ProofRun;
  selected: StageName | null;
  /** Id of the element that shows the selected stage. */
  detailsId: string;
  onSelect: (stage: StageName) => void;
};

/** The stages of a proof, with state, time taken, and place on the time line. */
export const StageList = ({ run, selected, detailsId, onSelect }: StageListProps) => {
  const { t } = useTranslation('proof');
  const skipped = skippedStages(run);
  return (
    <ol className={useStyles().list} aria-label={t('stagesLabel')}>
      {run.stages
        .filter((state) => !skipped.includes(state.stage))
        .map((state) => (
          <StageRow
            key={state.stage}
            run={run}
            state={state}
            selected={selected === state.stage}
            detailsId={detailsId}
            onSelect={() => onSelect(state.stage)}
          />
        ))}
      {skipped.length > 0 && <SkippedStages stages={skipped} />}
    </ol>
  );
};
