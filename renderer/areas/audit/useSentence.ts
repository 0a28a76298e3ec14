import { useTranslation } from 'react-i18next';
import type { AuditDetails } from '../../../electron/contract/audit/entry.ts';
import { useChangeTexts } from './useChangeTexts.ts';

const sentences = ['assignGroups', 'provisionUser'] as const;

/** Gives in a sentence what the program found out about the groups of somebody (U20); null: another entry. */
export const useSentence = () => {
  const { t } = useTranslation('audit');
  const { valueText } = useChangeTexts();
  return ({ operation, subject, changes }: AuditDetails): string | null => {
    const sentence = sentences.find((each) => operation === `directory.${each}`);
    const groups = changes.find(({ path }) => path === 'membership.groups');
    if (!sentence || !groups) return null;
    return t(`sentences.${sentence}`, { user: subject, groups: valueText(groups, 'after') });
  };
};
