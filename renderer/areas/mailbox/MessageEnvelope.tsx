import { makeStyles, Subtitle1 } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../../electron/contract/mailbox/mailbox.contract.ts';
import { DetailList } from '../../controls/DetailList.tsx';
import { exactTime } from '../../texts/moments.ts';
import { useLanguage } from '../../texts/useLanguage.ts';
import { byteSize } from './byteSize.ts';

const useStyles = makeStyles({ subject: { overflowWrap: 'anywhere' } });

/** Subject, sender, recipients, time and size of the message. */
export const MessageEnvelope = ({ message: { summary } }: { message: Message }) => {
  const { t } = useTranslation('mailbox');
  const styles = useStyles();
  const language = useLanguage();
  return (
    <div>
      <Subtitle1 as="h2" className={styles.subject}>
        {summary.subject || t('list.noSubject')}
      </Subtitle1>
      <DetailList
        rows={[
          { label: t('envelope.from'), value: summary.from || t('list.noSender') },
          { label: t('envelope.to'), value: summary.to.join(', ') },
          { label: t('envelope.received'), value: exactTime(summary.receivedAt, language) },
          { label: t('envelope.size'), value: byteSize(summary.sizeBytes, language) },
        ]}
      />
    </div>
  );
};
