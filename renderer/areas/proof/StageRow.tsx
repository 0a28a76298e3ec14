import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { StateIcon, type Tone } from '../../controls/StateBadge.tsx';
import { duration } from '../../texts/moments.ts';
import { useLanguage } from '../../texts/useLanguage.ts';
import { type ProofRun, type StageState, type StageStatus, statusOf } from './proofRun.ts';
import { TimeBar } from './TimeBar.tsx';

const useStyles = makeStyles({
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
  status: { textAlign: 'end', fontSize: tokens.fontSizeBase200, whiteSpace: 'nowrap' },
});

const tones: Record<StageStatus, Tone> = {
  waiting: 'none',
  running: 'changed',
  passed: 'good',
  failed: 'bad',
  skipped: 'none',
  cancelled: 'none',
};

type StageRowProps = {
  run: ProofRun;
  state: StageState;
  selected: boolean;
  detailsId: string;
  onSelect: () => void;
};

/** One stage; its evidence is a click away. */
export const StageRow = ({ run, state, selected, detailsId, onSelect }: StageRowProps) => {
  const { t } = useTranslation('proof');
  const styles = useStyles();
  const language = useLanguage();
  const status = statusOf(state);
  const ran = status === 'passed' || status === 'failed';
  const tone =
    status === 'passed' && state.result?.finding?.severity === 'warning' ? 'warning' : tones[status];
  return (
    <li>
      <button
        type="button"
        className={mergeClasses(
          styles.row,
          selected && styles.selected,
          status === 'failed' && styles.failed,
          !ran && status !== 'running' && styles.pending,
        )}
        disabled={!ran}
        aria-expanded={selected}
        aria-controls={detailsId}
        onClick={onSelect}
      >
        <StateIcon tone={tone} />
        <span>{t(`stages.${state.stage}`)}</span>
        <TimeBar run={run} state={state} />
        <span className={styles.status}>
          {ran && state.result ? duration(state.result.durationMs, language) : t(`statuses.${status}`)}
        </span>
      </button>
    </li>
  );
};
