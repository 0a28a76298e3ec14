import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Attach16Regular } from '@fluentui/react-icons/svg/attach';
import { useTranslation } from 'react-i18next';
import { useClient } from '../../shell/ClientContext.ts';
import type { Message } from '../../../electron/contract/mailbox/mailbox.contract.ts';
import { FailureBar } from '../../controls/FailureBar.tsx';
import { useLanguage } from '../../texts/useLanguage.ts';
import { byteSize } from './byteSize.ts';
import { useFileDownload } from '../../controls/useFileDownload.ts';

const useStyles = makeStyles({
  list: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, margin: 0, padding: 0 },
  item: { listStyleType: 'none' },
});

/** The files that came with the message; each button saves one. */
export const AttachmentList = ({ message }: { message: Message }) => {
  const { t } = useTranslation('mailbox');
  const styles = useStyles();
  return (
    <ul className={styles.list} aria-label={t('reader.attachments')}>
      {message.attachments.map((attachment) => (
        <li key={attachment.index} className={styles.item}>
          <AttachmentButton messageId={message.summary.id} attachment={attachment} />
        </li>
      ))}
    </ul>
  );
};

type AttachmentButtonProps = { messageId: string; attachment: Message['attachments'][number] };

const AttachmentButton = ({ messageId, attachment }: AttachmentButtonProps) => {
  const { t } = useTranslation('mailbox');
  const client = useClient();
  const { fileName, index, sizeBytes } = attachment;
  const download = useFileDownload(() => client.mailbox.getAttachment({ id: messageId, index }));
  const size = byteSize(sizeBytes, useLanguage());
  return (
    <>
      <Button size="small" icon={<Attach16Regular />} onClick={() => download.mutate()}>
        {t('reader.saveAttachment', { fileName, size })}
      </Button>
      <FailureBar error={download.error} />
    </>
  );
};
