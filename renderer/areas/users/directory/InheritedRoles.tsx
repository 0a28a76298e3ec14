import { Text } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { UserDetails } from '../../../../electron/contract/users/userDetails.ts';
import { useGrantText } from '../useGrantText.ts';

type InheritedRolesProps = {
  inherited: UserDetails['inherited'];
  /** Only those that this group gives; left out: all of them. */
  groupId?: string;
};

/** Which roles groups give somebody, and where; nothing where they give none. */
export const InheritedRoles = ({ inherited, groupId }: InheritedRolesProps) => {
  const { t } = useTranslation('users');
  const textOf = useGrantText();
  const given = inherited.filter((grant) => groupId === undefined || grant.groupId === groupId);
  const roles = [...new Set(given.map(textOf))].join(', ');
  if (roles === '') return null;
  return <Text block>{t(groupId === undefined ? 'grants.inherited' : 'grants.ofGroup', { roles })}</Text>;
};
