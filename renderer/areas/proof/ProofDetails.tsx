import { makeStyles, Spinner, Text, tokens } from '@fluentui/react-components';
import { Suspense, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NearTime } from '../../controls/NearTime.tsx';
import type { OfferedChanges } from './offeredChanges.ts';
import { lineToShow, type ProofRun } from './proofRun.ts';
import type { LineAgain } from './stageChoice.ts';
import { StageEvidence } from './StageEvidence.tsx';
import { StageFinding } from './StageFinding.tsx';
import { StageList } from './StageList.tsx';
import { isSameLine, type LineName, linesOf } from './stageState.ts';

const useStyles = makeStyles({
  details: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    marginBlockStart: tokens.spacingVerticalS,
    paddingBlock: tokens.spacingVerticalS,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
});

type ProofDetailsProps = { run: ProofRun; changes: OfferedChanges; again?: LineAgain | undefined };

/** The stages, and under them the finding and evidence of one line: the failed one unless a person picks another. */
export const ProofDetails = ({ run, changes, again }: ProofDetailsProps) => {
  const { t } = useTranslation('proof');
  const styles = useStyles();
  const detailsId = useId();
  const [picked, setPicked] = useState<LineName | 'none' | null>(null);
  const selected = picked === 'none' ? null : (picked ?? lineToShow(run));
  const line = selected && run.stages.flatMap(linesOf).find((shown) => isSameLine(shown, selected));
  const result = line?.result;
  const titleOf = ({ stage, controller }: LineName) =>
    [t(`stages.${stage}`), controller].filter((part) => part !== null).join(' · ');
  return (
    <>
      <StageList
        run={run}
        selected={result ? line : null}
        detailsId={detailsId}
        onSelect={(name) => setPicked(selected && isSameLine(name, selected) ? 'none' : name)}
        again={
          again && {
            ...again,
            run: (name) => {
              if (run.stages.flatMap(linesOf).some((shown) => isSameLine(shown, name))) setPicked(name);
              again.run(name);
            },
          }
        }
      />
      <div id={detailsId}>
        {line && result && (
          <section key={titleOf(line)} className={styles.details} aria-label={titleOf(line)}>
            {(line.controller !== null || !result.finding) && <Text weight="semibold">{titleOf(line)}</Text>}
            {line.againAt !== null && (
              <Text size={200}>
                {t('lines.at')} <NearTime moment={line.againAt} />
              </Text>
            )}
            {result.finding && (
              <Suspense fallback={<Spinner size="tiny" />}>
                <StageFinding
                  result={result}
                  finding={result.finding}
                  hasFailed={run.outcome !== null && run.outcome !== 'passed'}
                  changes={changes}
                />
              </Suspense>
            )}
            <StageEvidence result={result} transcript={run.transcript} />
          </section>
        )}
      </div>
    </>
  );
};
