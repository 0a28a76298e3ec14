import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { closestLanguage } from '../texts/translations.ts';
import { useLanguage } from '../texts/useLanguage.ts';
import { useGeneral } from './useGeneral.ts';

/** Lets the pages speak the language that is set, else the one of the system; without a restart. */
export const Language = ({ children }: { children: ReactNode }) => {
  const { i18n } = useTranslation();
  const { data } = useGeneral();
  const spoken = useLanguage();
  const wanted = data ? (data.general.language ?? closestLanguage(navigator.languages)) : spoken;
  useEffect(() => {
    if (wanted !== i18n.language) void i18n.changeLanguage(wanted);
  }, [i18n, wanted]);
  useEffect(() => {
    document.documentElement.lang = spoken;
  }, [spoken]);
  return children;
};
