import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    paddingBlock: tokens.spacingVerticalS,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  state: { flexGrow: 1 },
  buttons: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'end',
    gap: tokens.spacingHorizontalS,
    marginInlineStart: 'auto',
    whiteSpace: 'nowrap',
  },
});

/** The foot of a form: its state at the left, what can be done with it at the right. */
export const SaveBar = ({ state, children }: { state: ReactNode; children: ReactNode }) => {
  const styles = useStyles();
  return (
    <div className={styles.bar}>
      <div className={styles.state} role="status">
        {state}
      </div>
      <div className={styles.buttons}>{children}</div>
    </div>
  );
};
