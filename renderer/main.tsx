import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { connect } from './api/connect.ts';
import { takeResetLink } from './api/resetLink.ts';
import { App } from './shell/App.tsx';
import { readBrowserLanguage } from './shell/browserLanguage.ts';
import { closestLanguage, createTranslations } from './texts/translations.ts';
import { showStartFailure } from './startFailure.ts';
import './page.css';

const start = async (root: HTMLElement): Promise<void> => {
  const resetLink = takeResetLink();
  const [client, translations] = await Promise.all([
    connect(),
    createTranslations(readBrowserLanguage() ?? closestLanguage(navigator.languages)),
  ]);
  createRoot(root).render(
    <StrictMode>
      <App client={client} translations={translations} resetLink={resetLink} />
    </StrictMode>,
  );
};

const root = document.getElementById('root');
if (root) start(root).catch((error: unknown) => showStartFailure(root, error));
