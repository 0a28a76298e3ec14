import { Button, makeStyles, Spinner, Subtitle2, tokens } from '@fluentui/react-components';
import { Dismiss20Regular } from '@fluentui/react-icons/svg/dismiss';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureBar } from '../../controls/FailureBar.tsx';
import { PersonBar } from './PersonBar.tsx';
import { ProofAnnouncer } from './ProofAnnouncer.tsx';
import type { OfferedChanges } from './offeredChanges.ts';
import { OutcomeBadge } from './OutcomeBadge.tsx';
import { ProofDetails } from './ProofDetails.tsx';
import type { ProofRun } from './proofRun.ts';
import { type CreateReport, ReportMenu } from './ReportMenu.tsx';
import type { LineAgain } from './stageChoice.ts';
import type { FollowedProof } from './useProofRun.ts';

const useStyles = makeStyles({
  panel: { display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0 },
  head: {
    display: 'flex',
    flexShrink: 0,
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    minHeight: '32px',
    paddingBlockEnd: tokens.spacingVerticalXS,
  },
  title: { flexGrow: 1 },
  /** Placed, so that what is hidden in it but for screen readers does not make the page longer. */
  body: { flexGrow: 1, minHeight: 0, overflowY: 'auto', position: 'relative' },
  foot: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    paddingBlockStart: tokens.spacingVerticalS,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  buttons: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  fit: { paddingBlockEnd: tokens.spacingVerticalXS, fontSize: tokens.fontSizeBase200 },
});

export type ProofPanelProps = {
  proof: FollowedProof;
  /** Whether the proof shown was made with exactly the values beside it (REQUIREMENTS N02); null: needs no word. */
  fit: 'fits' | 'changed' | null;
  /** What stands there while there is no proof to show. */
  before: ReactNode;
  /** How far, to whom. */
  options: ReactNode;
  /** What a proof that has ended comes to; it stays in view. */
  verdict?: (run: ProofRun) => ReactNode;
  /** What else to say of it, before its stages. */
  note?: (run: ProofRun) => ReactNode;
  /** What to say of it after them. */
  summary?: (run: ProofRun) => ReactNode;
  createReport: CreateReport;
  /** Left out where a line cannot be run alone. */
  again?: LineAgain;
  /** Null: the person may not prove. */
  onProve: (() => void) | null;
  /** True while the page has another button to press first, such as *Prove and save*. */
  isSecondary: boolean;
  changes: OfferedChanges;
  /** Given while the panel is a drawer. */
  onClose?: (() => void) | undefined;
};

/** A proof: its stages as they happen, what went wrong and what to do, and the evidence. The same for every area. */
export const ProofPanel = (props: ProofPanelProps) => {
  const { proof, verdict } = props;
  const styles = useStyles();
  const { run, lineAgain } = proof;
  return (
    <div className={styles.panel}>
      <Head {...props} />
      <ProofAnnouncer run={run} lineAgain={lineAgain} />
      <Fit {...props} shown="changed" />
      {run?.outcome && verdict?.(run)}
      <Body {...props} />
      <Foot {...props} />
    </div>
  );
};

const Head = ({ proof: { run }, onClose }: ProofPanelProps) => {
  const { t } = useTranslation('proof');
  const styles = useStyles();
  return (
    <div className={styles.head}>
      <Subtitle2 as="h2" className={styles.title}>
        {t('title')}
      </Subtitle2>
      {run && <OutcomeBadge run={run} />}
      {onClose && (
        <Button
          appearance="subtle"
          icon={<Dismiss20Regular />}
          aria-label={t('shell:controls.close')}
          onClick={onClose}
        />
      )}
    </div>
  );
};

type FitProps = Pick<ProofPanelProps, 'proof' | 'fit'> & { shown: NonNullable<ProofPanelProps['fit']> };

/** Whether the proof is one of the values in the form: that it is not stays in sight. */
const Fit = ({ proof: { run }, fit, shown }: FitProps) => {
  const { t } = useTranslation('proof');
  const styles = useStyles();
  return run?.outcome && fit === shown ? <div className={styles.fit}>{t(`fit.${fit}`)}</div> : null;
};

const Body = ({ proof, fit, before, note, summary, changes, again }: ProofPanelProps) => {
  const { t } = useTranslation('proof');
  const styles = useStyles();
  const { run, running, failure } = proof;
  return (
    <div className={styles.body}>
      {/* It scrolls with the stages, which take no focus as long as they wait: with it, all of them are within reach. */}
      <PersonBar person={run?.person ?? null} />
      <FailureBar error={failure} />
      {!run && !running && before}
      {!run && running && <Spinner size="tiny" label={t('starting')} />}
      <Fit proof={proof} fit={fit} shown="fits" />
      {run?.outcome && note?.(run)}
      {run && <ProofDetails key={run.proofId} run={run} changes={changes} again={again} />}
      {run && summary?.(run)}
    </div>
  );
};

const Foot = ({ proof, options, onProve, isSecondary, createReport }: ProofPanelProps) => {
  const { t } = useTranslation('proof');
  const styles = useStyles();
  const { run, running, cancel } = proof;
  return (
    <div className={styles.foot}>
      {options}
      <div className={styles.buttons}>
        {/* One button in one place: it keeps the focus while its word changes. */}
        {running ? (
          <Button onClick={cancel}>{t('cancel')}</Button>
        ) : (
          onProve && (
            <Button appearance={run || isSecondary ? 'secondary' : 'primary'} onClick={onProve}>
              {run ? t('again') : t('prove')}
            </Button>
          )
        )}
        {run?.outcome && run.proofId !== null && <ReportMenu proofId={run.proofId} create={createReport} />}
      </div>
    </div>
  );
};
