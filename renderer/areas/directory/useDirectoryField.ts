import type { FieldPath } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { ControlTexts } from '../../controls/ControlFrame.tsx';
import type { DirectoryForm } from './form/directoryForm.ts';

export type DirectoryFieldName = FieldPath<DirectoryForm>;

/** Gives what a control needs to know of a field: its path and its texts. */
export const useDirectoryField = (): ((name: DirectoryFieldName, required?: boolean) => ControlTexts) => {
  const { t } = useTranslation('directory');
  return (name, required = false) => ({
    name,
    required,
    label: t(`fields.${name}.label`),
    help: t(`fields.${name}.help`, { defaultValue: '' }) || undefined,
  });
};
