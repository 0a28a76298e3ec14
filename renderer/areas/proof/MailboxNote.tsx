import { Text } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { failedMailbox } from '../../../electron/contract/proof/failedMailbox.ts';
import type { StageResult } from '../../../electron/contract/proof/proof.ts';

/** Before the finding of a mailbox's server: that sending works, and which server the finding is about. */
export const MailboxNote = ({ result }: { result: StageResult }) => {
  const { t } = useTranslation('proof');
  const mailbox = failedMailbox(result);
  return mailbox && <Text block>{t(`mailbox.${mailbox.kind}`, mailbox)}</Text>;
};
