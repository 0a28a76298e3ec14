import { makeStyles, Spinner, Text, tokens } from '@fluentui/react-components';
import { Suspense, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormChange } from '../../../electron/contract/proof/finding.ts';
import type { StageName } from '../../../electron/contract/proof/proof.ts';
import { ChangeButton } from './ChangeButton.tsx';
import { FindingCard } from './FindingCard.tsx';
import { type ProofRun, stageToShow } from './proofRun.ts';
import { StageEvidence } from './StageEvidence.tsx';
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

type ProofDetailsProps = {
  run: ProofRun;
  canChange: boolean;
  onChange: (stage: StageName, change: FormChange) => void;
};

/** The stages, and under them the finding and evidence of one: the failed one unless a person picks another. */
export const ProofDetails = ({ run, canChange, onChange }: ProofDetailsProps) => {
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
                <FindingCard
                  finding={result.finding}
                  actions={result.finding.changes.map((change, index) => (
                    <ChangeButton
                      key={index}
                      change={change}
                      isFirst={index === 0}
                      disabled={!canChange}
                      onApply={() => onChange(result.stage, change)}
                    />
                  ))}
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
