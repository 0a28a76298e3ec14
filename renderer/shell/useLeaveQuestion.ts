import { useTranslation } from 'react-i18next';
import type { LeaveQuestion } from './RouteContext.ts';

/** What is asked before changes of a form are given up. */
export const useLeaveQuestion = (): LeaveQuestion => {
  const { t } = useTranslation('shell');
  return { title: t('leave.title'), consequence: t('leave.consequence') };
};
