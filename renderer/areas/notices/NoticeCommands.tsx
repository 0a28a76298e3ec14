import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Notice } from '../../../electron/contract/notices/notice.ts';
import { ConfirmDialog } from '../../controls/ConfirmDialog.tsx';
import { FailureBar } from '../../controls/FailureBar.tsx';
import { useMay } from '../../shell/useSession.ts';
import { mayResend } from './noticeState.ts';
import { useNoticeCommand } from './noticesQueries.ts';

const useStyles = makeStyles({ buttons: { display: 'flex', gap: tokens.spacingHorizontalS } });

/** What can be done with a mail: send it again, give it up. */
export const NoticeCommands = ({ notice }: { notice: Notice }) => {
  const { t } = useTranslation('notices');
  const styles = useStyles();
  const mayEdit = useMay('mail.edit');
  const resending = useNoticeCommand((notices, id) => notices.resendNotice({ id }));
  const cancelling = useNoticeCommand((notices, id) => notices.cancelNotice({ id }));
  const [asked, setAsked] = useState(false);
  if (!mayEdit) return null;
  return (
    <>
      <FailureBar error={resending.error ?? cancelling.error} />
      <div className={styles.buttons}>
        {mayResend(notice) && (
          <Button disabledFocusable={resending.isPending} onClick={() => resending.mutate(notice.id)}>
            {t('resend')}
          </Button>
        )}
        {notice.state === 'waiting' && <Button onClick={() => setAsked(true)}>{t('cancel.action')}</Button>}
      </div>
      <ConfirmDialog
        open={asked}
        title={t('cancel.title', { address: notice.toAddress })}
        consequence={t('cancel.consequence')}
        action={t('cancel.action')}
        onConfirm={() => {
          setAsked(false);
          cancelling.mutate(notice.id);
        }}
        onCancel={() => setAsked(false)}
      />
    </>
  );
};
