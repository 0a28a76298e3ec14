import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  entry: {
    display: 'grid',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    borderLeft: '3px solid transparent',
    '@media (forced-colors: active)': { borderLeftColor: 'Canvas' },
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    overflowWrap: 'anywhere',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  shown: {
    borderLeftColor: tokens.colorBrandStroke1,
    '@media (forced-colors: active)': { borderLeftColor: 'Highlight' },
    backgroundColor: tokens.colorSubtleBackgroundSelected,
  },
  detail: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

export type LinkEntry = { id: string; href: string; title: string; detail: ReactNode };

type LinkListProps = { label: string; entries: readonly LinkEntry[]; shownId: string | null };

/** Things by their names, each with a line about it; the one that is shown beside the list is marked. */
export const LinkList = ({ label, entries, shownId }: LinkListProps) => {
  const styles = useStyles();
  return (
    <ul className={styles.list} aria-label={label}>
      {entries.map(({ id, href, title, detail }) => (
        <li key={id}>
          <a
            className={mergeClasses(styles.entry, id === shownId && styles.shown)}
            href={href}
            {...(id === shownId ? { 'aria-current': 'true' } : {})}
          >
            <Text weight="semibold">{title}</Text>
            <span className={styles.detail}>{detail}</span>
          </a>
        </li>
      ))}
    </ul>
  );
};
