import { Menu, MenuItemRadio, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Language, languages } from '../../electron/contract/languages.ts';
import { languageNames } from '../texts/languageNames.ts';

export type LanguageChoice = {
  /** Null: none is chosen. */
  present: Language | null;
  /** Whose language that means. */
  otherwise: 'system' | 'ofConsole';
  choose: (language: Language | null) => void;
};

type LanguageChoiceMenuProps = {
  choice: LanguageChoice;
  /** The button that opens the menu. */
  opener: ReactElement;
  /** More entries, below the languages. */
  children?: ReactNode;
};

/** Chooses a language, or none. */
export const LanguageChoiceMenu = ({ choice, opener, children }: LanguageChoiceMenuProps) => {
  const { t } = useTranslation();
  const { present, otherwise, choose } = choice;
  return (
    <Menu
      checkedValues={{ language: [present ?? otherwise] }}
      onCheckedValueChange={(_, { checkedItems }) =>
        choose(languages.find((known) => known === checkedItems[0]) ?? null)
      }
    >
      <MenuTrigger disableButtonEnhancement>{opener}</MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItemRadio name="language" value={otherwise}>
            {t(`language.${otherwise}`)}
          </MenuItemRadio>
          {languages.map((language) => (
            <MenuItemRadio key={language} name="language" value={language} lang={language}>
              {languageNames[language]}
            </MenuItemRadio>
          ))}
          {children}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
};
