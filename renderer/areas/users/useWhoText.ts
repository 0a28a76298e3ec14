import { useTranslation } from 'react-i18next';

/** Gives how many users and groups that are, `2 users and 1 group`; `users` with their number only where there is any. */
export const useWhoText = (): ((counted: { users: number; groups: number }) => string) => {
  const { t } = useTranslation('users');
  return ({ users, groups }) => {
    const [people, grouped] = [t('counted.users', { count: users }), t('counted.groups', { count: groups })];
    if (groups === 0) return people;
    return users === 0 ? grouped : t('counted.both', { users: people, groups: grouped });
  };
};
