import { useTranslation } from 'react-i18next';
import type { EndingCode } from '../../../electron/contract/mail/radar.ts';
import { exactDay, noonOf } from '../../texts/moments.ts';
import { useLanguage } from '../../texts/useLanguage.ts';
import { useEndings } from './mailQueries.ts';
import { nextPhase, todayText } from './nextPhase.ts';

/** Gives in short what ends, when, and what to use instead, for a field; nothing as long as the dates are not read. */
export const useEndingText = (): ((code: EndingCode | null) => string | undefined) => {
  const { t } = useTranslation('radar');
  const language = useLanguage();
  const { data } = useEndings();
  return (code) => {
    const ending = data?.endings.find((one) => one.code === code);
    const phase = ending && nextPhase(ending, todayText());
    if (ending === undefined || phase === undefined) return undefined;
    return t('inShort', {
      title: t(`endings.${ending.code}.title`),
      day: exactDay(noonOf(phase.on), language),
      phase: t(`phases.${phase.code}`),
      instead: t(`endings.${ending.code}.instead`),
    });
  };
};
