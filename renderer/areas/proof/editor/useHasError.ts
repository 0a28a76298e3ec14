import { get, useFormState } from 'react-hook-form';

/** True while a field at or below `path` has an error. */
export const useHasError = (path: string): boolean => get(useFormState().errors, path) !== undefined;
