import { useTranslation } from 'react-i18next';
import { administratorRoleId } from '../../../electron/contract/users/role.ts';

/** Gives what a role is called; the built-in one is called by the language of the page. */
export const useRoleName = (): ((role: { id: string; name: string }) => string) => {
  const { t } = useTranslation('roles');
  return ({ id, name }) => (id === administratorRoleId ? t('administrator') : name);
};
