import { useTranslation } from 'react-i18next';
import type { ProfileSummary } from '../../../../electron/contract/mail/profile.ts';

/** Gives how values stand, and of those that are proven how far. */
export const useStateText = (): ((summary: Pick<ProfileSummary, 'state' | 'provenOnlyUntil'>) => string) => {
  const { t } = useTranslation('editor');
  return ({ state, provenOnlyUntil }) =>
    provenOnlyUntil === null
      ? t(`states.${state}`)
      : t('states.provenOnlyUntil', { limit: t(`limits.${provenOnlyUntil}`) });
};
