import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { barOf, type ProofRun, type StageState } from './proofRun.ts';

const useStyles = makeStyles({
  track: {
    position: 'relative',
    height: '6px',
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorNeutralBackground5,
  },
  bar: {
    position: 'absolute',
    insetBlock: 0,
    minWidth: '2px',
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorBrandBackground,
    forcedColorAdjust: 'none',
    '@media (forced-colors: active)': { backgroundColor: 'Highlight' },
  },
  failed: { backgroundColor: tokens.colorStatusDangerBackground3 },
});

/** When a stage ran, within the whole proof. The figure beside it says the same in words. */
export const TimeBar = ({ run, state }: { run: ProofRun; state: StageState }) => {
  const styles = useStyles();
  const bar = barOf(run, state);
  return (
    <span className={styles.track} aria-hidden="true">
      {bar && (
        <span
          className={mergeClasses(styles.bar, state.result?.status === 'failed' && styles.failed)}
          style={{ insetInlineStart: `min(${bar.start}%, 100% - 2px)`, width: `${bar.width}%` }}
        />
      )}
    </span>
  );
};
