import {
  Menu,
  MenuButton,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { type Language, languages } from '../../electron/contract/languages.ts';
import { languageNames } from '../texts/languageNames.ts';
import { useLanguage } from '../texts/useLanguage.ts';
import { useBrowserLanguage } from './browserLanguage.ts';
import { useGeneral, useSaveGeneral } from './useGeneral.ts';
import { useFailureToast } from './ToastContext.ts';
import { useCommand } from './useCommand.ts';
import { useMay, useSession } from './useSession.ts';

/**
 * Chooses the language of the pages in this browser, and of who is signed in; the first entry follows the system. Whoever
 * may edit the settings chooses it for the console, too.
 */
export const LanguageMenu = () => {
  const { t } = useTranslation();
  const spoken = useLanguage();
  const general = useGeneral().data?.general;
  const save = useSaveGeneral();
  const session = useSession().data;
  const isPerson = session?.state === 'signedIn' && session.userId !== null;
  const saveOwn = useCommand((client, own: Language | null) =>
    client.session.saveOwnLanguage({ language: own }),
  );
  const showFailure = useFailureToast();
  const mayEdit = useMay('settings.edit');
  const [ofBrowser, chooseForBrowser] = useBrowserLanguage();
  const choose = (value: string | undefined) => {
    const language = languages.find((known) => known === value) ?? null;
    chooseForBrowser(language);
    if (isPerson) saveOwn.mutate(language, { onError: showFailure });
    if (mayEdit) save.mutate({ language });
  };
  return (
    <Menu
      checkedValues={{ language: [ofBrowser ?? general?.language ?? 'system'] }}
      onCheckedValueChange={(_, { checkedItems }) => choose(checkedItems[0])}
    >
      <MenuTrigger disableButtonEnhancement>
        <MenuButton
          appearance="subtle"
          data-field="general.language"
          aria-label={`${spoken.toUpperCase()} – ${t('language.choose', { language: languageNames[spoken] })}`}
        >
          {spoken.toUpperCase()}
        </MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItemRadio name="language" value="system">
            {t('language.system')}
          </MenuItemRadio>
          {languages.map((language) => (
            <MenuItemRadio key={language} name="language" value={language} lang={language}>
              {languageNames[language]}
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
};
