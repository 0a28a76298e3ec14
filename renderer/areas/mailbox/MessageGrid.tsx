import { useTranslation } from 'react-i18next';
import type { MessageSummary } from '../../../electron/contract/mailbox/mailbox.contract.ts';
import { RowGrid, type RowGridProps } from '../../controls/grid/RowGrid.tsx';
import { MessageRow } from './MessageRow.tsx';
import { messageRowHeight, useMessageRowStyles } from './messageRowStyles.ts';

type Props = Omit<
  RowGridProps<MessageSummary>,
  'label' | 'rowAt' | 'rowHeight' | 'rowClassName' | 'renderCells' | 'heads'
> & {
  messageAt: (index: number) => MessageSummary | undefined;
  formatReceived: (isoTime: string) => string;
};

/** The list of messages. */
export const MessageGrid = ({ messageAt, formatReceived, ...grid }: Props) => {
  const { t } = useTranslation('mailbox');
  const styles = useMessageRowStyles();
  return (
    <RowGrid
      {...grid}
      label={t('list.label')}
      rowAt={messageAt}
      rowHeight={messageRowHeight}
      rowClassName={styles.row}
      renderCells={(message, state) => (
        <MessageRow message={message} received={formatReceived(message.receivedAt)} {...state} />
      )}
    />
  );
};
