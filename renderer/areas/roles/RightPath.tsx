import { useTranslation } from 'react-i18next';
import type { RightReason } from '../../../electron/contract/users/permissionCheck.ts';
import { PathSteps } from '../../controls/PathSteps.tsx';
import { useRoleName } from './useRoleName.ts';

type RightPathProps = {
  user: string;
  reason: RightReason;
  /** The directory has not said yet through which groups. */
  isAsking: boolean;
};

/** The way of a right as a picture: from the user through groups to the role, and to where it is held (REQUIREMENTS N10). */
export const RightPath = ({ user, reason, isAsking }: RightPathProps) => {
  const { t } = useTranslation('roles');
  const nameOf = useRoleName();
  const { groups, role, place, isPathKnown } = reason;
  return (
    <PathSteps
      steps={[
        user,
        ...(isPathKnown ? [] : [isAsking ? '…' : t('path.unknown')]),
        ...groups.map(({ name }) => t('path.group', { name })),
        t('path.role', { name: nameOf(role) }),
        place === null ? t('everywhere') : t('path.folder', { name: place.names.join(' / ') }),
      ]}
    />
  );
};
