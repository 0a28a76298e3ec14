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

/** What can be done with a profile as a whole: make it the default, move it into a folder, remove it. */
export const ProfileMenu = ({ summary }: { summary: ProfileSummary }) => {
  const { t } = useTranslation('mail');
  const [asked, setAsked] = useState<'move' | 'remove' | null>(null);
  const close = () => setAsked(null);
  const { setDefault } = useProfileCommands(summary.id);
  const { isDefault, state, folderId } = summary;
  const maySetDefault = useMay('mail.edit');
  const mayDelete = useMay('mail.delete', folderId);
  const mayMove = useMay('mail.edit', folderId);
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
              <MenuItem disabled={!mayMove} onClick={() => setAsked('move')}>
                {t('move.menu')}
              </MenuItem>
            )}
            <MenuItem disabled={isDefault || !mayDelete} onClick={() => setAsked('remove')}>
              {t('remove.menu')}
            </MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      {asked === 'move' && <MoveProfileDialog summary={summary} onClose={close} />}
      <RemoveProfileDialog summary={summary} open={asked === 'remove'} onClose={close} />
    </>
  );
};
