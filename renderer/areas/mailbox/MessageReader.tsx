import { Body1, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureBar } from '../../controls/FailureBar.tsx';
import { useShortcut } from '../../shell/shortcutRegistry.ts';
import { navigate } from '../../shell/RouteContext.ts';
import { useMay } from '../../shell/useSession.ts';
import { useMarkRead, useMessage } from './mailboxQueries.ts';
import { AttachmentList } from './AttachmentList.tsx';
import { MessageBody } from './MessageBody.tsx';
import { MessageEnvelope } from './MessageEnvelope.tsx';
import { ReaderCommands } from './ReaderCommands.tsx';

const useStyles = makeStyles({
  nothing: { margin: 'auto', color: tokens.colorNeutralForeground2 },
});

type MessageReaderProps = { id: string | null; onDelete: (ids: readonly string[]) => void };

/** The message that the address names; opening it marks it as read. */
export const MessageReader = ({ id, onDelete }: MessageReaderProps) => {
  const { t } = useTranslation('mailbox');
  const styles = useStyles();
  useShortcut('cancel', () => navigate({ area: 'mailbox' }), id !== null);
  return id === null ? (
    <Body1 className={styles.nothing}>{t('reader.nothing')}</Body1>
  ) : (
    <OpenMessage id={id} onDelete={onDelete} />
  );
};

/** Marks the message as read once it has been shown. */
const useReadMark = (id: string, isRead: boolean | undefined) => {
  const { mutate } = useMarkRead();
  const mayMark = useMay('mailbox.edit');
  useEffect(() => {
    if (isRead === false && mayMark) mutate(id);
  }, [id, isRead, mayMark, mutate]);
};

const OpenMessage = ({ id, onDelete }: { id: string; onDelete: (ids: readonly string[]) => void }) => {
  const { t } = useTranslation('mailbox');
  const { data: message, error } = useMessage(id);
  useReadMark(id, message?.summary.isRead);
  if (error) return <FailureBar error={error} />;
  if (!message) return <Spinner label={t('reader.loading')} />;
  return (
    <>
      <ReaderCommands id={id} onDelete={() => onDelete([id])} />
      <MessageEnvelope message={message} />
      {message.attachments.length > 0 && <AttachmentList message={message} />}
      <MessageBody message={message} />
    </>
  );
};
