import { useTranslation } from 'react-i18next';
import type { EndingCode } from '../../../electron/contract/mail/radar.ts';
import { useEndings } from './mailQueries.ts';

/** Gives in short what ends and what to use instead, for a field; nothing as long as it is not known how far it has come. */
export const useEndingText = (): ((code: EndingCode | null) => string | undefined) => {
  const { t } = useTranslation('radar');
  const { data } = useEndings();
  return (code) => {
    const ending = data?.endings.find((one) => one.code === code);
    if (ending === undefined) return undefined;
    const line = t('line', { state: t(`states.${ending.state}`), title: t(`endings.${ending.code}.title`) });
    return t('inShort', { line, instead: t(`endings.${ending.code}.instead`) });
  };
};
