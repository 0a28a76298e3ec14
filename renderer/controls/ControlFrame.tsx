import { Field, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ComponentProps, ReactNode } from 'react';
import { useFormMode } from './formMode.ts';

const useStyles = makeStyles({
  read: { minWidth: 0 },
  term: { color: tokens.colorNeutralForeground2, lineHeight: tokens.lineHeightBase300 },
  value: { margin: 0, minHeight: '24px', overflowWrap: 'anywhere', fontWeight: tokens.fontWeightSemibold },
  help: {
    ...{ margin: 0, color: tokens.colorNeutralForeground3 },
    ...{ fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  },
  field: { minWidth: 0, overflowWrap: 'anywhere' },
  wide: { gridColumn: '1 / -1' },
});

/** What every control takes. */
export type ControlTexts = {
  /** Path of the field in the form; also its address for search and error summary. */
  name: string;
  label: string;
  /** One sentence under the field. */
  help?: string | undefined;
  /** The same while the form is only read; most forms are shorter without. */
  readHelp?: string | undefined;
  required?: boolean | undefined;
  /** Takes both columns of its section; `edited`: while it is not only read. */
  wide?: boolean | 'edited' | undefined;
};

type ControlFrameProps = ControlTexts & {
  error: string | undefined;
  /** A risk of the present value; it does not stop anybody. */
  warning?: string | undefined;
  /** The value as text, for reading. */
  readText: ReactNode;
  children: ComponentProps<typeof Field>['children'];
};

/** Label above, help or error below; while the form is only read, label and value as text. */
export const ControlFrame = (props: ControlFrameProps) => {
  const styles = useStyles();
  const { name, label, readText, readHelp, children, wide = false } = props;
  if (useFormMode() === 'read')
    return (
      <div
        className={mergeClasses(styles.read, wide === true && styles.wide)}
        data-field={name}
        tabIndex={-1}
      >
        <dt className={styles.term}>{label}</dt>
        <dd className={styles.value}>{readText}</dd>
        {readHelp && <dd className={styles.help}>{readHelp}</dd>}
      </div>
    );
  return (
    <Field
      className={mergeClasses(styles.field, wide !== false && styles.wide)}
      data-field={name}
      label={label}
      {...messages(props)}
    >
      {children}
    </Field>
  );
};

const messages = ({ error, warning, help, required }: ControlFrameProps) => ({
  required: required ?? false,
  hint: error || warning ? null : (help ?? null),
  validationMessage: error ?? warning ?? null,
  validationState: error ? ('error' as const) : warning ? ('warning' as const) : ('none' as const),
});
