import {
  Button,
  Menu,
  MenuItemCheckbox,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { ColumnTriple20Regular } from '@fluentui/react-icons/svg/column-triple';
import { useTranslation } from 'react-i18next';
import { userColumns } from './userColumns.ts';
import type { ShownColumns } from './useShownColumns.ts';

/** Chooses what the table shows of each user. */
export const ColumnsMenu = ({ shown, flip }: ShownColumns) => {
  const { t } = useTranslation('users');
  return (
    <Menu checkedValues={{ columns: [...shown] }}>
      <MenuTrigger disableButtonEnhancement>
        <Button icon={<ColumnTriple20Regular />}>{t('commands.columns')}</Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {userColumns.map((column) => (
            <MenuItemCheckbox key={column} name="columns" value={column} onClick={() => flip(column)}>
              {t(`columns.${column}`)}
            </MenuItemCheckbox>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
};
