import { Link, makeStyles, MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { type FieldError, type FieldErrors, useFormState } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { focusField } from './focusField.ts';
import { useFieldErrorText } from './useFieldErrorText.ts';

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: '16px' },
  /** The bullet stands at its first line. */
  link: { verticalAlign: 'top', lineHeight: 'inherit', textAlign: 'start' },
});

export type NamedError = { name: string; error: FieldError };

const isFieldError = (value: object): value is FieldError =>
  'type' in value && typeof value.type === 'string';

/** All errors of a form with the paths of their fields. */
export const namedErrors = (errors: FieldErrors, prefix = ''): NamedError[] =>
  Object.entries(errors).flatMap(([key, value]) => {
    if (typeof value !== 'object' || value === null) return [];
    const name = prefix ? `${prefix}.${key}` : key;
    return isFieldError(value) ? [{ name, error: value }] : namedErrors(value as FieldErrors, name);
  });

/** Gives the place of a field among those that the page shows now. */
const placesOnPage = (): ((field: string) => number) => {
  const shown = [...document.querySelectorAll<HTMLElement>('[data-field]')];
  return (field) => shown.findIndex(({ dataset }) => dataset['field'] === field);
};

export type ErrorSummaryProps = {
  /** Label of the field that holds the error at this path, and the name that it has on the page. */
  fieldOf: (path: string) => { name: string; label: string };
};

/** Names every error of the form in the order of the page; a click goes to the field. */
export const ErrorSummary = ({ fieldOf }: ErrorSummaryProps) => {
  const { t } = useTranslation();
  const styles = useStyles();
  const textOf = useFieldErrorText();
  const errors = namedErrors(useFormState().errors);
  if (errors.length === 0) return null;
  const placeOf = placesOnPage();
  const found = errors
    .map(({ name, error }) => ({ ...fieldOf(name), error }))
    .toSorted((one, other) => placeOf(one.name) - placeOf(other.name));
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody>
        <MessageBarTitle>{t('controls.errors', { count: found.length })}</MessageBarTitle>
        <ul className={styles.list}>
          {found.map(({ name, label, error }) => (
            <li key={name}>
              <Link as="button" type="button" className={styles.link} onClick={() => focusField(name)}>
                {t('controls.errorOf', { field: label, error: textOf(error) })}
              </Link>
            </li>
          ))}
        </ul>
      </MessageBarBody>
    </MessageBar>
  );
};
