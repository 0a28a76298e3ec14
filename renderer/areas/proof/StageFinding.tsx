import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Finding } from '../../../electron/contract/proof/finding.ts';
import type { StageName } from '../../../electron/contract/proof/proof.ts';
import { ChangeButton } from './ChangeButton.tsx';
import { FindingCard } from './FindingCard.tsx';
import type { OfferedChanges } from './offeredChanges.ts';

const useStyles = makeStyles({ finding: { scrollMarginBlock: tokens.spacingVerticalS } });

type StageFindingProps = {
  stage: StageName;
  finding: Finding;
  /** True when the proof has ended and nothing moves any more. */
  settled: boolean;
  changes: OfferedChanges;
};

/** What a stage found, in view down to what can be done about it in place. */
export const StageFinding = ({ stage, finding, settled, changes }: StageFindingProps) => {
  const { t } = useTranslation('proof');
  const styles = useStyles();
  const shown = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (settled) shown.current?.scrollIntoView({ block: 'nearest' });
  }, [settled]);
  const offers = finding.changes.map((change) => ({ change, isMade: changes.isMade(stage, change) }));
  return (
    <div ref={shown} className={styles.finding}>
      <FindingCard
        finding={finding}
        actions={
          <>
            {offers.map(({ change, isMade }, index) => (
              <ChangeButton
                key={index}
                change={change}
                isFirst={index === 0}
                isMade={isMade}
                disabled={!changes.allowed}
                onApply={() => changes.make(stage, change)}
              />
            ))}
            {offers.some(({ isMade }) => isMade) && (
              <Text size={200} role="status">
                {t('changes.made')}
              </Text>
            )}
          </>
        }
      />
    </div>
  );
};
