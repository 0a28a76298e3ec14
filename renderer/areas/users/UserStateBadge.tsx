import { useTranslation } from 'react-i18next';
import type { DirectoryIdentity } from '../../../electron/contract/directory/membership.ts';
import { StateBadge } from '../../controls/StateBadge.tsx';
import { DirectoryStateBadge } from './directory/DirectoryStateBadge.tsx';

type UserStateBadgeProps = {
  isActive: boolean;
  isLocked: boolean;
  /** Null: a local user. */
  directory: DirectoryIdentity | null;
};

/** Whether somebody can sign in as this user; of who is gone or disabled in the directory, that. */
export const UserStateBadge = ({ isActive, isLocked, directory }: UserStateBadgeProps) => {
  const { t } = useTranslation('users');
  if (!isActive) return <StateBadge tone="none">{t('states.inactive')}</StateBadge>;
  if (directory && directory.state !== 'present') return <DirectoryStateBadge state={directory.state} />;
  if (isLocked) return <StateBadge tone="bad">{t('states.locked')}</StateBadge>;
  return <StateBadge tone="good">{t('states.active')}</StateBadge>;
};
