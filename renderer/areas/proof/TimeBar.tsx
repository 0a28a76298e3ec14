import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { barOf, type ProofRun } from './proofRun.ts';
import { lineStatus, type ProofLine } from './stageState.ts';

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

type TimeBarProps = { run: ProofRun; lines: readonly ProofLine[] };

/** When a stage ran, within the whole proof. The figure beside it says the same in words. */
export const TimeBar = ({ run, lines }: TimeBarProps) => {
  const styles = useStyles();
  const bar = barOf(run, lines);
  return (
    <span className={styles.track} aria-hidden="true">
      {bar && (
        <span
          className={mergeClasses(
            styles.bar,
            lines.every((line) => lineStatus(line) === 'failed') && styles.failed,
          )}
          style={{ insetInlineStart: `min(${bar.start}%, 100% - 2px)`, width: `${bar.width}%` }}
        />
      )}
    </span>
  );
};
