import { makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';

const useStyles = makeStyles({
  summary: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    minHeight: '28px',
    cursor: 'pointer',
    '::before': { content: '"▸"', width: '12px', color: tokens.colorNeutralForeground3 },
  },
  open: { '::before': { content: '"▾"' } },
  body: { paddingBlockEnd: tokens.spacingVerticalS, minWidth: 0 },
});

type DisclosureProps = {
  title: ReactNode;
  openAtFirst?: boolean;
  children: ReactNode;
};

/** One line that unfolds; what is inside is made when it is first opened. */
export const Disclosure = ({ title, openAtFirst = false, children }: DisclosureProps) => {
  const styles = useStyles();
  const [open, setOpen] = useState(openAtFirst);
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={`${styles.summary} ${open ? styles.open : ''}`}>{title}</summary>
      {open && <div className={styles.body}>{children}</div>}
    </details>
  );
};
