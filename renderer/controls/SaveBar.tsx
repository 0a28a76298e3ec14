import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    flexShrink: 0,
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    paddingBlock: tokens.spacingVerticalS,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  /** A long state takes two lines beside the buttons rather than a row of its own. */
  state: { flex: '1 1 120px', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase100 },
  buttons: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
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
