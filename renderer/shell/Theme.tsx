import { FluentProvider, webDarkTheme, webLightTheme } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useBrowserTheme } from './useBrowserTheme.ts';
import { useGeneral } from './useGeneral.ts';
import { useMediaQuery } from './useMediaQuery.ts';

/** Light or dark, as it is chosen in this browser, set for the console, or as the system is; forced colours are the browser's own. */
export const Theme = ({ children }: { children: ReactNode }) => {
  const systemIsDark = useMediaQuery('(prefers-color-scheme: dark)');
  const [ofBrowser] = useBrowserTheme();
  const ofConsole = useGeneral().data?.general.theme ?? 'system';
  const chosen = ofBrowser ?? ofConsole;
  const isDark = chosen === 'system' ? systemIsDark : chosen === 'dark';
  return (
    // What the browser draws itself, scroll bars and the calendar of a date, follows too.
    <FluentProvider
      theme={isDark ? webDarkTheme : webLightTheme}
      style={{ colorScheme: isDark ? 'dark' : 'light' }}
    >
      {children}
    </FluentProvider>
  );
};
