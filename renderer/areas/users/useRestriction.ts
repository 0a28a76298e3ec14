import { useTranslation } from 'react-i18next';
import type {
  Restriction,
  RestrictionReason,
  UserAction,
} from '../../../electron/contract/users/restriction.ts';
import type { UserGrant } from '../../../electron/contract/users/user.ts';
import type { UserDetails } from '../../../electron/contract/users/userDetails.ts';
import { isAdministration, isSameGrant } from './userGrants.ts';

/** Gives the sentence for the reason why a rule forbids something. */
export const useRestrictionText = (): ((reason: RestrictionReason) => string) => {
  const { t } = useTranslation(['users', 'errors']);
  return (reason) => t('restricted', { reason: t(`errors:reasons.${reason}`) });
};

/** Gives the sentence why something cannot be done to a user whatever rights are held (U22–U24); undefined: it can be. */
export const useRestriction = (
  restrictions: readonly Restriction[],
): ((action: UserAction) => string | undefined) => {
  const textOf = useRestrictionText();
  return (action) => {
    const found = restrictions.find((restriction) => restriction.action === action);
    return found && textOf(found.reason);
  };
};

/** Gives the sentence why a role cannot be taken from this user; undefined: it can be. */
export const useKeptGrants = ({
  restrictions,
  grantsAbove,
}: UserDetails): ((grant: UserGrant) => string | undefined) => {
  const why = useRestriction(restrictions);
  const textOf = useRestrictionText();
  return (grant) => {
    if (isAdministration(grant)) return why('removeAdministrator');
    return grantsAbove.some((above) => isSameGrant(above, grant)) ? textOf('rightNotHeld') : undefined;
  };
};
