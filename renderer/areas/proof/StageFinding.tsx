import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Certificate } from '../../../electron/contract/proof/evidence.ts';
import type { Finding, FormChange } from '../../../electron/contract/proof/finding.ts';
import type { StageResult } from '../../../electron/contract/proof/proof.ts';
import { ChangeButton } from './ChangeButton.tsx';
import { decidingReply } from './decidingReply.ts';
import { FindingCard } from './FindingCard.tsx';
import { MailboxNote } from './MailboxNote.tsx';
import { OfferedAuthority } from './OfferedAuthority.tsx';
import type { OfferedChanges } from './offeredChanges.ts';

const useStyles = makeStyles({ finding: { scrollMarginBlock: tokens.spacingVerticalS } });

type StageFindingProps = {
  result: StageResult;
  finding: Finding;
  /** True when the proof has ended, without having passed: nothing moves any more, and this is what it ended with. */
  hasFailed: boolean;
  changes: OfferedChanges;
};

const authorityOf = (change: FormChange, chain: readonly Certificate[]): Certificate[] =>
  change.change === 'trustCertificate'
    ? chain.filter(({ fingerprint }) => fingerprint === change.fingerprint).slice(0, 1)
    : [];

/** What a stage found; where the proof failed, in view down to what can be done about it in place. */
export const StageFinding = ({ result, finding, hasFailed, changes }: StageFindingProps) => {
  const { t } = useTranslation('proof');
  const styles = useStyles();
  const shown = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (hasFailed) shown.current?.scrollIntoView({ block: 'nearest' });
  }, [hasFailed]);
  const { stage, evidence } = result;
  const offers = finding.changes.map((change) => ({ change, isMade: changes.isMade(stage, change) }));
  return (
    <div ref={shown} className={styles.finding}>
      <MailboxNote result={result} />
      <FindingCard
        finding={finding}
        reply={decidingReply(result)}
        actions={
          <>
            {offers.map(({ change, isMade }, index) => (
              <ChangeButton
                key={index}
                change={change}
                isMade={isMade}
                disabled={!changes.allowed}
                onApply={() => changes.make(stage, change)}
              />
            ))}
            {finding.changes
              .flatMap((change) => authorityOf(change, evidence.certificates))
              .map((certificate) => (
                <OfferedAuthority key={certificate.fingerprint} certificate={certificate} />
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
