import { useTranslation } from 'react-i18next';
import type { AuditSummary } from '../../../electron/contract/audit/entry.ts';
import { slotKinds } from '../../../electron/contract/security/security.contract.ts';

/** Gives what an entry is about in words: a lock of the vault is kept by the code word of its kind and by its place. */
export const useSubjectText = () => {
  const { t } = useTranslation('security');
  return ({ operation, subject }: Pick<AuditSummary, 'operation' | 'subject'>): string => {
    const [word, ...place] = subject.split(' ');
    const kind = slotKinds.find((each) => operation.startsWith('security.') && each === word);
    return kind ? [t(`slots.${kind}.title`), ...place].join(' ') : subject;
  };
};
