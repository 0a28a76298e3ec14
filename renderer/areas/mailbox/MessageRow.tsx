import { mergeClasses } from '@fluentui/react-components';
import { Attach16Regular } from '@fluentui/react-icons/svg/attach';
import { useTranslation } from 'react-i18next';
import type { MessageSummary } from '../../../electron/contract/mailbox/mailbox.contract.ts';
import { SelectCell } from '../../controls/grid/SelectCell.tsx';
import { useMessageRowStyles } from './messageRowStyles.ts';

type Props = { message: MessageSummary; received: string; isSelected: boolean; onToggle: () => void };

/** The cells of one message: the box that selects it, sender, subject, time, attachments and the unread mark. */
export const MessageRow = ({ message, received, isSelected, onToggle }: Props) => {
  const { t } = useTranslation('mailbox');
  const styles = useMessageRowStyles();
  const line = mergeClasses(styles.line, !message.isRead && styles.unreadLine);
  return (
    <>
      <SelectCell isSelected={isSelected} onToggle={onToggle} />
      <div role="gridcell" className={mergeClasses(line, styles.sender)}>
        {message.from || t('list.noSender')}
      </div>
      <div role="gridcell" className={mergeClasses(line, styles.subject)}>
        {message.subject || t('list.noSubject')}
      </div>
      <div role="gridcell" className={styles.received}>
        {received}
      </div>
      <div role="gridcell" className={styles.marks}>
        {message.attachmentCount > 0 && (
          <Attach16Regular aria-label={t('list.attachments', { count: message.attachmentCount })} />
        )}
        {!message.isRead && t('list.unread')}
      </div>
    </>
  );
};
