import { useTranslation } from 'react-i18next';
import { StateBadge } from '../../controls/StateBadge.tsx';

type UserStateBadgeProps = { isActive: boolean; isLocked: boolean };

/** Whether somebody can sign in as this user. */
export const UserStateBadge = ({ isActive, isLocked }: UserStateBadgeProps) => {
  const { t } = useTranslation('users');
  if (!isActive) return <StateBadge tone="none">{t('states.inactive')}</StateBadge>;
  if (isLocked) return <StateBadge tone="bad">{t('states.locked')}</StateBadge>;
  return <StateBadge tone="good">{t('states.active')}</StateBadge>;
};
