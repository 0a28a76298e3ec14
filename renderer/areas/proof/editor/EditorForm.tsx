import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { ErrorSummary, type ErrorSummaryProps } from '../../../controls/ErrorSummary.tsx';

const useStyles = makeStyles({
  pane: {
    display: 'flex',
    flexDirection: 'column',
    minWidth: 0,
    minHeight: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  messages: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    ':not(:empty)': { paddingBlockEnd: tokens.spacingVerticalS },
  },
  fields: {
    ...{ flexGrow: 1, minHeight: 0, overflowY: 'auto', paddingInlineEnd: tokens.spacingHorizontalXS },
    /** What is hidden in it but for screen readers must not make the page longer. */
    position: 'relative',
  },
});

export type EditorFormProps = ErrorSummaryProps & {
  /** Of the form, for a screen reader. */
  label: string;
  header: ReactNode;
  /** What to know before filling it in. */
  advice?: ReactNode;
  fields: ReactNode;
  footer: ReactNode;
  onSubmit: () => void;
};

/** The fields of what is edited, scrolling between what stays in view above and below them. */
export const EditorForm = (props: EditorFormProps) => {
  const { label, header, advice, fields, fieldOf, footer, onSubmit } = props;
  const styles = useStyles();
  return (
    <form
      className={styles.pane}
      aria-label={label}
      noValidate
      autoComplete="off"
      data-pane
      tabIndex={-1}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {header}
      <div className={styles.fields}>
        <div className={styles.messages}>
          {advice}
          <ErrorSummary fieldOf={fieldOf} />
        </div>
        {fields}
      </div>
      {footer}
    </form>
  );
};
