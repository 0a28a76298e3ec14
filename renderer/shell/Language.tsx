import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { systemLanguages } from '../texts/systemLanguages.ts';
import { closestLanguage } from '../texts/translations.ts';
import { useLanguage } from '../texts/useLanguage.ts';
import { useBrowserLanguage } from './browserLanguage.ts';
import { chosenLanguage } from './chosenLanguage.ts';
import { useGeneral } from './useGeneral.ts';
import { useSession } from './useSession.ts';

/** Lets the pages speak the language that was chosen, else that of the console, of the system; without a restart. */
export const Language = ({ children }: { children: ReactNode }) => {
  const { i18n } = useTranslation();
  const general = useGeneral().data?.general;
  const session = useSession().data;
  const [ofBrowser] = useBrowserLanguage();
  const spoken = useLanguage();
  const ofSystem = session ? closestLanguage(systemLanguages(session, navigator.languages)) : spoken;
  const isKnown = general !== undefined && session !== undefined;
  const chosen = session ? chosenLanguage(session, ofBrowser) : ofBrowser;
  const wanted = chosen ?? (isKnown ? (general.language ?? ofSystem) : spoken);
  useEffect(() => {
    if (wanted !== i18n.language) void i18n.changeLanguage(wanted);
  }, [i18n, wanted]);
  useEffect(() => {
    document.documentElement.lang = spoken;
  }, [spoken]);
  return children;
};
