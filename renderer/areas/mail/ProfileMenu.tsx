import { Menu, MenuButton, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { MoreHorizontal20Regular } from '@fluentui/react-icons/svg/more-horizontal';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileSummary } from '../../../electron/contract/mail/profile.ts';
import { useMay } from '../../shell/useSession.ts';
import { useProfileCommands } from './mailQueries.ts';
import { RemoveProfileDialog } from './RemoveProfileDialog.tsx';

/** What can be done with a profile as a whole: make it the default, remove it. */
export const ProfileMenu = ({ summary }: { summary: ProfileSummary }) => {
  const { t } = useTranslation('mail');
  const [asking, setAsking] = useState(false);
  const { setDefault } = useProfileCommands(summary.id);
  const [mayEdit, mayDelete] = [useMay('mail.edit'), useMay('mail.delete')];
  const { isDefault, state } = summary;
  return (
    <>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <MenuButton
            size="small"
            appearance="subtle"
            icon={<MoreHorizontal20Regular />}
            menuIcon={null}
            data-field="defaultProfileId"
            aria-label={t('moreActions')}
          />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem
              disabled={isDefault || state === 'draft' || !mayEdit}
              onClick={() => setDefault.mutate()}
            >
              {t('setDefault')}
            </MenuItem>
            <MenuItem disabled={isDefault || !mayDelete} onClick={() => setAsking(true)}>
              {t('remove.menu')}
            </MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      <RemoveProfileDialog summary={summary} open={asking} onClose={() => setAsking(false)} />
    </>
  );
};
