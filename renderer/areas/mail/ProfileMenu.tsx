import { Menu, MenuButton, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { MoreHorizontal20Regular } from '@fluentui/react-icons/svg/more-horizontal';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileSummary } from '../../../electron/contract/mail/profile.ts';
import { useMay } from '../../shell/useSession.ts';
import { useFolders } from '../folders/folderQueries.ts';
import { useProfileCommands } from './mailQueries.ts';
import { MoveProfileDialog } from './MoveProfileDialog.tsx';
import { RemoveProfileDialog } from './RemoveProfileDialog.tsx';
import { SignOutDialog } from './SignOutDialog.tsx';

type ProfileMenuProps = {
  summary: ProfileSummary;
  /** True where somebody has signed in for the profile, or will. */
  isPersonal: boolean;
};

/** What can be done with a profile as a whole: make it the default, move it into a folder, sign out of it, remove it. */
export const ProfileMenu = ({ summary, isPersonal }: ProfileMenuProps) => {
  const { t } = useTranslation('mail');
  const [asked, setAsked] = useState<'move' | 'remove' | 'signOut' | null>(null);
  const close = () => setAsked(null);
  const { setDefault } = useProfileCommands(summary.id);
  const { isDefault, state, folderId } = summary;
  const maySetDefault = useMay('mail.edit');
  const mayDelete = useMay('mail.delete', folderId);
  const mayEdit = useMay('mail.edit', folderId);
  const hasFolders = (useFolders().data?.folders.length ?? 0) > 0;
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
              disabled={isDefault || state === 'draft' || !maySetDefault}
              onClick={() => setDefault.mutate()}
            >
              {t('setDefault')}
            </MenuItem>
            {hasFolders && (
              <MenuItem disabled={!mayEdit} onClick={() => setAsked('move')}>
                {t('move.menu')}
              </MenuItem>
            )}
            {isPersonal && (
              <MenuItem disabled={!mayEdit} onClick={() => setAsked('signOut')}>
                {t('signOut.menu')}
              </MenuItem>
            )}
            <MenuItem disabled={isDefault || !mayDelete} onClick={() => setAsked('remove')}>
              {t('remove.menu')}
            </MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      {asked === 'move' && <MoveProfileDialog summary={summary} onClose={close} />}
      <SignOutDialog summary={summary} open={asked === 'signOut'} onClose={close} />
      <RemoveProfileDialog summary={summary} open={asked === 'remove'} onClose={close} />
    </>
  );
};
