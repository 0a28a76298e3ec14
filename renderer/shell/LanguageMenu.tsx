import { MenuButton, MenuDivider, MenuItem } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { languageNames } from '../texts/languageNames.ts';
import { useLanguage } from '../texts/useLanguage.ts';
import { LanguageChoiceMenu } from './LanguageChoiceMenu.tsx';
import { useConsoleLanguage } from './useConsoleLanguage.ts';
import { useOwnLanguage } from './useOwnLanguage.ts';
import { useMay, useSession } from './useSession.ts';

/**
 * Chooses the language of whoever is at the page, and below it, for who may edit the settings, the one for everybody else. As
 * long as there is no administrator that is the only one.
 */
export const LanguageMenu = () => {
  const { t } = useTranslation();
  const spoken = useLanguage();
  const own = useOwnLanguage();
  const ofConsole = useConsoleLanguage();
  const isStarting = useSession().data?.state === 'starting';
  const mayEdit = useMay('settings.edit');
  return (
    <LanguageChoiceMenu
      choice={isStarting ? ofConsole : own}
      opener={
        <MenuButton
          appearance="subtle"
          data-field="general.language"
          aria-label={`${spoken.toUpperCase()} – ${t('language.choose', { language: languageNames[spoken] })}`}
        >
          {spoken.toUpperCase()}
        </MenuButton>
      }
    >
      {mayEdit && !isStarting && (
        <>
          <MenuDivider />
          <LanguageChoiceMenu choice={ofConsole} opener={<MenuItem>{t('language.forEverybody')}</MenuItem>} />
        </>
      )}
    </LanguageChoiceMenu>
  );
};
