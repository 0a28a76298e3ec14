import { createContext, useContext } from 'react';

/**
 * `read`: values are shown as text until *Edit* (REQUIREMENTS B02). `busy`: they stay in their fields but cannot be
 * changed; the controls are not disabled then, because a disabled one would lose the focus.
 */
export type FormMode = 'read' | 'edit' | 'busy';

export const FormModeContext = createContext<FormMode>('edit');

/** How the form around a control is shown; outside of one it can be edited. */
export const useFormMode = (): FormMode => useContext(FormModeContext);
