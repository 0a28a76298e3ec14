import {
  Button,
  Menu,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Tooltip,
} from '@fluentui/react-components';
import { DarkTheme20Regular } from '@fluentui/react-icons/svg/dark-theme';
import { useTranslation } from 'react-i18next';
import { type General, themeSchema } from '../../electron/contract/settings/settings.contract.ts';
import { useBrowserTheme } from './useBrowserTheme.ts';
import { useGeneral, useSaveGeneral } from './useGeneral.ts';
import { useMay } from './useSession.ts';

/** Light, dark, or as the system is: for the console, and by who may not edit its settings for this browser alone. */
export const ThemeMenu = () => {
  const { t } = useTranslation();
  const general = useGeneral().data?.general;
  const save = useSaveGeneral();
  const mayEdit = useMay('settings.edit');
  const [ofBrowser, chooseForBrowser] = useBrowserTheme();
  const choose = (theme: General['theme']) => {
    chooseForBrowser(mayEdit ? null : theme);
    if (mayEdit) save.mutate({ theme });
  };
  return (
    <Menu
      checkedValues={{ theme: [ofBrowser ?? general?.theme ?? 'system'] }}
      onCheckedValueChange={(_, { checkedItems }) => choose(themeSchema.parse(checkedItems[0]))}
    >
      <MenuTrigger disableButtonEnhancement>
        <Tooltip content={t('theme.choose')} relationship="label">
          <Button appearance="subtle" data-field="general.theme" icon={<DarkTheme20Regular />} />
        </Tooltip>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {themeSchema.options.map((option) => (
            <MenuItemRadio key={option} name="theme" value={option}>
              {t(`theme.${option}`)}
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
};
