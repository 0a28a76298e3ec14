import { useTranslation } from 'react-i18next';
import type { ProfileSummary } from '../../../electron/contract/mail/profile.ts';

/** Gives how a profile stands, and of one that is proven how far. */
export const useStateText = (): ((summary: ProfileSummary) => string) => {
  const { t } = useTranslation('mail');
  return ({ state, provenOnlyUntil }) =>
    provenOnlyUntil === null
      ? t(`states.${state}`)
      : t('states.provenOnlyUntil', { limit: t(`proof.until.${provenOnlyUntil}`) });
};
