import { focusField } from '../../../controls/focusField.ts';

const fieldWith = (selector: string): HTMLElement | null =>
  document.querySelector<HTMLElement>(selector)?.closest<HTMLElement>('[data-field]') ?? null;

const focus = (field: HTMLElement | null): void => {
  const name = field?.dataset['field'];
  if (name) focusField(name);
};

/** To the first field with an error. */
export const focusFirstError = (): void => focus(fieldWith('[data-field] [aria-invalid="true"]'));

/** To the first field of the form, and so to its top. */
export const focusFirstField = (): void => focus(fieldWith('form [data-field]'));

/** To *Edit*, with the top of the values in view: so a form is left. */
export const focusEdit = (): void => {
  fieldWith('form [data-field]')?.scrollIntoView({ block: 'center' });
  document.querySelector<HTMLElement>('[data-edit]')?.focus();
};
