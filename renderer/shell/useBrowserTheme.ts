import { themeSchema } from '../../electron/contract/settings/settings.contract.ts';
import { useBrowserChoice } from './browserChoice.ts';

/** The look that is chosen in this browser, and what chooses another one; null: that of the console. */
export const useBrowserTheme = () => useBrowserChoice('theme', themeSchema);
