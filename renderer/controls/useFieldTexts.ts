import { useTranslation } from 'react-i18next';
import type { ControlTexts } from './ControlFrame.tsx';

/** Gives what a control needs to know of a field: its path and, from the texts of its area, label and help. */
export const useFieldTexts = <Name extends string>(
  area: 'mail' | 'directory',
): ((name: Name, required?: boolean) => ControlTexts) => {
  const { t } = useTranslation(area);
  const textsOf = (name: string, required: boolean): ControlTexts => ({
    name,
    required,
    label: t(`fields.${name}.label`),
    help: t(`fields.${name}.help`, { defaultValue: '' }) || undefined,
  });
  return (name, required = false) => textsOf(name, required);
};
