import { useTranslation } from 'react-i18next';
import type { Restriction, UserAction } from '../../../electron/contract/users/restriction.ts';

/** Gives the sentence why something cannot be done to a user whatever rights are held (U22–U24); undefined: it can be. */
export const useRestriction = (
  restrictions: readonly Restriction[],
): ((action: UserAction) => string | undefined) => {
  const { t } = useTranslation(['users', 'errors']);
  return (action) => {
    const found = restrictions.find((restriction) => restriction.action === action);
    return found && t('restricted', { reason: t(`errors:reasons.${found.reason}`) });
  };
};
