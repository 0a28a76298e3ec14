import { useWatch } from 'react-hook-form';
import type { DirectoryForm } from './form/directoryForm.ts';

/** Gives what `read` makes of the form around a control, and renders the control only when that has changed. */
export const useDirectoryValue = <Value>(read: (form: DirectoryForm) => Value): Value =>
  useWatch<DirectoryForm, DirectoryForm, Value>({ compute: read });
