import { Menu, MenuButton, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { MoreHorizontal20Regular } from '@fluentui/react-icons/svg/more-horizontal';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileSummary } from '../../../electron/contract/mail/profile.ts';
import { ConfirmDialog } from '../../controls/ConfirmDialog.tsx';
import { navigate } from '../../shell/RouteContext.ts';
import { useMay } from '../../shell/useSession.ts';
import { useToast } from '../../shell/ToastContext.ts';
import { useProfileCommands } from './mailQueries.ts';

/** What can be done with a profile as a whole: make it the default, remove it. */
export const ProfileMenu = ({ summary }: { summary: ProfileSummary }) => {
  const { t } = useTranslation('mail');
  const [asking, setAsking] = useState(false);
  const toast = useToast();
  const { setDefault, remove } = useProfileCommands(summary.id);
  const [mayEdit, mayDelete] = [useMay('mail.edit'), useMay('mail.delete')];
  const { name, isDefault, state } = summary;
  const removeNow = () => {
    setAsking(false);
    remove.mutate(undefined, {
      onSuccess: () => {
        toast(t('removed', { name }));
        navigate({ area: 'mail' });
      },
    });
  };
  return (
    <>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <MenuButton
            size="small"
            appearance="subtle"
            icon={<MoreHorizontal20Regular />}
            menuIcon={null}
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
      <ConfirmDialog
        open={asking}
        title={t('remove.title', { name })}
        consequence={t('remove.consequence')}
        action={t('remove.action')}
        onConfirm={removeNow}
        onCancel={() => setAsking(false)}
      />
    </>
  );
};
