import {
  Button,
  Menu,
  MenuItemCheckbox,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Tooltip,
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
        <Tooltip content={t('commands.columns')} relationship="label">
          <Button icon={<ColumnTriple20Regular />} />
        </Tooltip>
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
