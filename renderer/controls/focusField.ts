const focusable = 'input, button, select, textarea, [role="combobox"], [tabindex="0"]';

/**
 * Moves the focus to the field `name`, unfolding the section that it lies in. In a form that is only read the
 * value itself takes the focus. False when the form does not show such a field now.
 */
export const focusField = (name: string): boolean => {
  const field = document.querySelector<HTMLElement>(`[data-field="${CSS.escape(name)}"]`);
  if (!field) return false;
  field.closest('details')?.setAttribute('open', '');
  const target = field.querySelector<HTMLElement>(focusable) ?? field;
  target.focus();
  target.scrollIntoView({ block: 'center' });
  return document.activeElement === target;
};
