import { makeStyles, mergeClasses, Subtitle2, Text, tokens } from '@fluentui/react-components';
import { type ReactNode, type ToggleEvent, useId } from 'react';
import { useFormMode } from './formMode.ts';

const useStyles = makeStyles({
  section: { paddingBlockEnd: tokens.spacingVerticalS },
  title: { display: 'block', paddingBlockEnd: tokens.spacingVerticalXS },
  note: { display: 'block', margin: 0, paddingBlockEnd: tokens.spacingVerticalXS, maxWidth: '90ch' },
  summary: { cursor: 'pointer', minHeight: '28px' },
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    alignItems: 'start',
    margin: 0,
    '@media (max-width: 640px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  read: { rowGap: tokens.spacingVerticalXS },
  /** Label, control and message share their lines with the field beside, however many lines its label takes. */
  edited: {
    rowGap: 0,
    '& > *': { gridRowEnd: 'span 3', marginBlockEnd: tokens.spacingVerticalS },
    '& > [data-field]': { gridTemplateRows: 'subgrid', rowGap: 0 },
    '& > [data-field] > label': { alignSelf: 'end' },
  },
});

type FormSectionProps = { title: string; children: ReactNode };

type NamedSectionProps = FormSectionProps & {
  /** Of the heading, which can then be gone to. */
  headingId?: string;
  /** What to know of the whole group. */
  notes?: readonly string[];
  /** Where to read on. */
  further?: ReactNode;
};

/** A group of fields under one heading, in two columns. */
export const FormSection = ({ title, headingId, notes = [], further, children }: NamedSectionProps) => {
  const styles = useStyles();
  const ownId = useId();
  const id = headingId ?? ownId;
  return (
    <section className={styles.section} aria-labelledby={id}>
      <Subtitle2 as="h3" id={id} className={styles.title} {...(headingId && { tabIndex: -1 })}>
        {title}
      </Subtitle2>
      {notes.map((note) => (
        <Text key={note} as="p" size={200} className={styles.note}>
          {note}
        </Text>
      ))}
      {further}
      <Fields>{children}</Fields>
    </section>
  );
};

type FoldedSectionProps = FormSectionProps & { open: boolean; onOpen: (open: boolean) => void };

/** A group of fields that few people need: folded until it is asked for, or holds an error. */
export const FoldedSection = ({ title, open, onOpen, children }: FoldedSectionProps) => {
  const styles = useStyles();
  const toggle = ({ currentTarget }: ToggleEvent<HTMLDetailsElement>) => {
    onOpen(currentTarget.open);
    /** What somebody unfolds comes into sight; what is unfolded already stays where it is. */
    if (currentTarget.open && !open) currentTarget.scrollIntoView({ block: 'nearest' });
  };
  return (
    <details open={open} onToggle={toggle}>
      <summary className={styles.summary}>
        <Text weight="semibold">{title}</Text>
      </summary>
      <Fields>{children}</Fields>
    </details>
  );
};

const Fields = ({ children }: { children: ReactNode }) => {
  const styles = useStyles();
  return useFormMode() === 'read' ? (
    <dl className={mergeClasses(styles.fields, styles.read)}>{children}</dl>
  ) : (
    <div className={mergeClasses(styles.fields, styles.edited)}>{children}</div>
  );
};
