import { Link, makeStyles, MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { type FieldError, type FieldErrors, useFormState } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { focusField } from './focusField.ts';
import { useFieldErrorText } from './useFieldErrorText.ts';

const useStyles = makeStyles({ list: { margin: 0, paddingInlineStart: '16px' } });

export type NamedError = { name: string; error: FieldError };

const isFieldError = (value: object): value is FieldError =>
  'type' in value && typeof value.type === 'string';

/** All errors of a form with the paths of their fields, in the order of the form's values. */
export const namedErrors = (errors: FieldErrors, prefix = ''): NamedError[] =>
  Object.entries(errors).flatMap(([key, value]) => {
    if (typeof value !== 'object' || value === null) return [];
    const name = prefix ? `${prefix}.${key}` : key;
    return isFieldError(value) ? [{ name, error: value }] : namedErrors(value as FieldErrors, name);
  });

type ErrorSummaryProps = {
  /** Label of the field that holds the error at this path, and the name that it has on the page. */
  fieldOf: (path: string) => { name: string; label: string };
};

/** Names every error of the form; a click goes to the field. */
export const ErrorSummary = ({ fieldOf }: ErrorSummaryProps) => {
  const { t } = useTranslation();
  const styles = useStyles();
  const textOf = useFieldErrorText();
  const found = namedErrors(useFormState().errors);
  if (found.length === 0) return null;
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody>
        <MessageBarTitle>{t('controls.errors', { count: found.length })}</MessageBarTitle>
        <ul className={styles.list}>
          {found.map(({ name, error }) => (
            <li key={name}>
              <Link as="button" type="button" onClick={() => focusField(fieldOf(name).name)}>
                {t('controls.errorOf', { field: fieldOf(name).label, error: textOf(error) })}
              </Link>
            </li>
          ))}
        </ul>
      </MessageBarBody>
    </MessageBar>
  );
};
