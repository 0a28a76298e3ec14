import type { FieldPath } from 'react-hook-form';
import { useFieldTexts } from '../../controls/useFieldTexts.ts';
import type { DirectoryForm } from './form/directoryForm.ts';

export type DirectoryFieldName = FieldPath<DirectoryForm>;

/** Gives what a control needs to know of a field of this form: its path and its texts. */
export const useDirectoryField = () => useFieldTexts<DirectoryFieldName>('directory');
