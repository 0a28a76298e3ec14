import { createContext, useContext } from 'react';

/** `read`: values are shown as text until *Edit* (REQUIREMENTS B02); `busy`: shown in their fields, not to be changed. */
export type FormMode = 'read' | 'edit' | 'busy';

export const FormModeContext = createContext<FormMode>('edit');

export const useFormMode = (): FormMode => useContext(FormModeContext);
