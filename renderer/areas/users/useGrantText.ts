import { useTranslation } from 'react-i18next';
import type { UserGrant } from '../../../electron/contract/users/user.ts';
import { useFolderPath } from '../folders/useFolderPath.ts';
import { useRoleNames } from './useRoleNames.ts';

/** Gives a role and where it is held in words, such as `Auditors (Everywhere)`. */
export const useGrantText = (): ((grant: UserGrant) => string) => {
  const { t } = useTranslation('roles');
  const nameOf = useRoleNames();
  const pathOf = useFolderPath();
  return ({ roleId, folderId }) =>
    t('users.heldIn', {
      name: nameOf(roleId),
      place: folderId === null ? t('everywhere') : pathOf(folderId),
    });
};
