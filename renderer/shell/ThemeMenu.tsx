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
import { themeSchema } from '../../electron/contract/settings/settings.contract.ts';
import { useGeneral, useSaveGeneral } from './useGeneral.ts';

/** Light, dark, or as the system is. */
export const ThemeMenu = () => {
  const { t } = useTranslation();
  const theme = useGeneral().data?.general.theme ?? 'system';
  const save = useSaveGeneral();
  return (
    <Menu
      checkedValues={{ theme: [theme] }}
      onCheckedValueChange={(_, { checkedItems }) =>
        save.mutate({ theme: themeSchema.parse(checkedItems[0]) })
      }
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
