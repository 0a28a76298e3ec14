import { makeStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { skippedStages } from './proofRun.ts';
import { SkippedStages } from './SkippedStages.tsx';
import type { StageChoice } from './stageChoice.ts';
import { StageGroup } from './StageGroup.tsx';
import { StageRow } from './StageRow.tsx';
import { linesOf } from './stageState.ts';

const useStyles = makeStyles({ list: { listStyleType: 'none', margin: 0, padding: 0 } });

/** The stages of a proof, with state, time taken, and place on the time line. */
export const StageList = (choice: StageChoice) => {
  const { t } = useTranslation('proof');
  const skipped = skippedStages(choice.run);
  const shown = choice.run.stages.filter(({ stage }) => !skipped.includes(stage));
  return (
    <ol className={useStyles().list} aria-label={t('stagesLabel')}>
      {shown.map((state) => {
        const [line, ...others] = linesOf(state);
        return (
          <li key={state.stage}>
            {line && others.length === 0 ? (
              <StageRow {...choice} line={line} name={t(`stages.${state.stage}`)} />
            ) : (
              <StageGroup {...choice} state={state} />
            )}
          </li>
        );
      })}
      {skipped.length > 0 && <SkippedStages stages={skipped} />}
    </ol>
  );
};
