import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const narrow = '@media (max-width: 900px)';

const useStyles = makeStyles({
  panes: {
    ...{ display: 'flex', alignItems: 'start', gap: tokens.spacingHorizontalM, flexGrow: 1, minHeight: 0 },
    [narrow]: { flexDirection: 'column', alignItems: 'stretch' },
  },
  pane: {
    ...{ display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusLarge,
    padding: tokens.spacingHorizontalM,
    ...{ minWidth: 0, maxHeight: '100%', overflowY: 'auto', boxSizing: 'border-box' },
    [narrow]: { maxHeight: 'none' },
  },
  list: { flex: '0 0 280px', [narrow]: { flexBasis: 'auto' } },
  details: { flexGrow: 1 },
});

type TwoPanesProps = { listLabel: string; list: ReactNode; detailsLabel: string; details: ReactNode };

/** A list, and beside it what is chosen in it; below it in a narrow window. */
export const TwoPanes = ({ listLabel, list, detailsLabel, details }: TwoPanesProps) => {
  const styles = useStyles();
  return (
    <div className={styles.panes}>
      <section
        className={mergeClasses(styles.pane, styles.list)}
        aria-label={listLabel}
        data-pane
        tabIndex={-1}
      >
        {list}
      </section>
      <section
        className={mergeClasses(styles.pane, styles.details)}
        aria-label={detailsLabel}
        data-pane
        tabIndex={-1}
      >
        {details}
      </section>
    </div>
  );
};
