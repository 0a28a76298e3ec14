import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StateIcon, type Tone } from '../../controls/StateBadge.tsx';
import type { ProofRun } from './proofRun.ts';
import type { ProofLine, StageStatus } from './stageState.ts';
import { TimeBar } from './TimeBar.tsx';

const useStyles = makeStyles({
  line: { display: 'flex', alignItems: 'center' },
  row: {
    display: 'grid',
    gridTemplateColumns: '16px minmax(0, 1fr) 56px 72px',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    width: '100%',
    minHeight: '26px',
    padding: `0 ${tokens.spacingHorizontalXS}`,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    textAlign: 'start',
    ':enabled': { cursor: 'pointer' },
    ':enabled:hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  selected: {
    backgroundColor: tokens.colorSubtleBackgroundSelected,
    '@media (forced-colors: active)': { outline: '1px solid Highlight' },
  },
  failed: { fontWeight: tokens.fontWeightSemibold },
  pending: { color: tokens.colorNeutralForeground3 },
  name: { overflowWrap: 'anywhere' },
  status: { textAlign: 'end', fontSize: tokens.fontSizeBase200, whiteSpace: 'nowrap' },
});

const tones: Record<StageStatus, Tone> = {
  waiting: 'none',
  running: 'changed',
  passed: 'good',
  failed: 'bad',
  partly: 'warning',
  skipped: 'none',
  cancelled: 'none',
};

const hasWarning = ({ result }: ProofLine): boolean => result?.finding?.severity === 'warning';

/** True for what has ended with something to show. */
export const hasRun = (status: StageStatus): boolean => ['passed', 'failed', 'partly'].includes(status);

type LineRowProps = {
  run: ProofRun;
  lines: readonly ProofLine[];
  status: StageStatus;
  name: string;
  /** What stands at the end of a line that has run: how long it took. */
  measure: ReactNode;
  /** True while the details of the line are shown. */
  selected: boolean;
  /** True while what it opens is open: its details, or its lines. */
  isOpen: boolean;
  /** Id of what it opens. */
  opensId: string;
  onSelect: () => void;
  /** What can be done with the line. */
  action?: ReactNode;
};

/** One line of a proof; its evidence is a click away. */
export const LineRow = (props: LineRowProps) => {
  const { run, lines, status, name, measure, selected, isOpen, opensId, onSelect, action } = props;
  const { t } = useTranslation('proof');
  const styles = useStyles();
  const ran = hasRun(status);
  const tone = status === 'passed' && lines.some(hasWarning) ? 'warning' : tones[status];
  return (
    <div className={styles.line}>
      <button
        type="button"
        className={mergeClasses(
          styles.row,
          selected && styles.selected,
          status === 'failed' && styles.failed,
          !ran && status !== 'running' && styles.pending,
        )}
        disabled={!ran}
        aria-expanded={isOpen}
        aria-controls={opensId}
        onClick={onSelect}
      >
        <StateIcon tone={tone} />
        <span className={styles.name}>{name}</span>
        <TimeBar run={run} lines={lines} />
        <span className={styles.status}>{ran ? measure : t(`statuses.${status}`)}</span>
      </button>
      {action}
    </div>
  );
};
