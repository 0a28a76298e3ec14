import { makeStyles, Spinner, Text, tokens } from '@fluentui/react-components';
import { Suspense, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StageName } from '../../../electron/contract/proof/proof.ts';
import type { OfferedChanges } from './offeredChanges.ts';
import { type ProofRun, stageToShow } from './proofRun.ts';
import { StageEvidence } from './StageEvidence.tsx';
import { StageFinding } from './StageFinding.tsx';
import { StageList } from './StageList.tsx';

const useStyles = makeStyles({
  details: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    marginBlockStart: tokens.spacingVerticalS,
    paddingBlock: tokens.spacingVerticalS,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
});

type ProofDetailsProps = { run: ProofRun; changes: OfferedChanges };

/** The stages, and under them the finding and evidence of one: the failed one unless a person picks another. */
export const ProofDetails = ({ run, changes }: ProofDetailsProps) => {
  const { t } = useTranslation('proof');
  const styles = useStyles();
  const detailsId = useId();
  const [picked, setPicked] = useState<StageName | 'none' | null>(null);
  const selected = picked ?? stageToShow(run);
  const result = run.stages.find(({ stage }) => stage === selected)?.result;
  return (
    <>
      <StageList
        run={run}
        selected={result?.stage ?? null}
        detailsId={detailsId}
        onSelect={(stage) => setPicked(stage === selected ? 'none' : stage)}
      />
      <div id={detailsId}>
        {result && (
          <section key={result.stage} className={styles.details} aria-label={t(`stages.${result.stage}`)}>
            {result.finding ? (
              <Suspense fallback={<Spinner size="tiny" />}>
                <StageFinding
                  result={result}
                  finding={result.finding}
                  settled={run.outcome !== null}
                  changes={changes}
                />
              </Suspense>
            ) : (
              <Text weight="semibold">{t(`stages.${result.stage}`)}</Text>
            )}
            <StageEvidence result={result} transcript={run.transcript} />
          </section>
        )}
      </div>
    </>
  );
};
