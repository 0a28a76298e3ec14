import { QueryClientProvider } from '@tanstack/react-query';
import type { i18n } from 'i18next';
import { Suspense, useState } from 'react';
import { I18nextProvider } from 'react-i18next';
import type { Client } from '../api/client.ts';
import type { ResetLink } from '../api/resetLink.ts';
import { RecoveryKeyProvider } from '../areas/security/RecoveryKeyProvider.tsx';
import { ClientContext } from './ClientContext.ts';
import { createQueryClient } from './queryClient.ts';
import { Language } from './Language.tsx';
import { RouteProvider } from './RouteProvider.tsx';
import { SessionGate } from './SessionGate.tsx';
import { Shell } from './Shell.tsx';
import { ShortcutProvider } from './ShortcutProvider.tsx';
import { Theme } from './Theme.tsx';
import { ToastProvider } from './ToastProvider.tsx';

type AppProps = {
  client: Client;
  translations: i18n;
  /** By which the page was opened; null: by none. */
  resetLink: ResetLink | null;
};

/** The console: who, in which language and look, at which place. */
export const App = ({ client, translations, resetLink }: AppProps) => {
  const [queries] = useState(createQueryClient);
  return (
    <ClientContext value={client}>
      <QueryClientProvider client={queries}>
        <I18nextProvider i18n={translations}>
          <Suspense>
            <Language>
              <Theme>
                <SessionGate resetLink={resetLink}>
                  <RouteProvider>
                    <ToastProvider>
                      <ShortcutProvider>
                        <RecoveryKeyProvider>
                          <Shell />
                        </RecoveryKeyProvider>
                      </ShortcutProvider>
                    </ToastProvider>
                  </RouteProvider>
                </SessionGate>
              </Theme>
            </Language>
          </Suspense>
        </I18nextProvider>
      </QueryClientProvider>
    </ClientContext>
  );
};
