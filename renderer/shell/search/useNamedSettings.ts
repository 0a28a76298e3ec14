import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languages } from '../../../electron/contract/languages.ts';
import type { NamedSetting } from './findSettings.ts';
import { searchableSettings } from './searchableSettings.ts';

/** The search knows labels in every language, so the other languages are loaded when somebody first searches. */
export const useNamedSettings = () => {
  const { i18n } = useTranslation();
  const [named, setNamed] = useState<readonly NamedSetting[]>([]);
  const load = async () => {
    await i18n.loadNamespaces(['shell', 'directory', 'mail', 'settings']);
    await i18n.loadLanguages([...languages]);
    setNamed(
      searchableSettings.map((setting) => ({
        setting,
        names: [...languages.map((language) => i18n.getFixedT(language)(setting.label)), ...setting.synonyms],
      })),
    );
  };
  return { named, load };
};
