import { makeStyles, Toolbar, ToolbarButton } from '@fluentui/react-components';
import { ArrowDownload20Regular } from '@fluentui/react-icons/svg/arrow-download';
import { ArrowLeft20Regular } from '@fluentui/react-icons/svg/arrow-left';
import { Delete20Regular } from '@fluentui/react-icons/svg/delete';
import { useTranslation } from 'react-i18next';
import { FailureBar } from '../../controls/FailureBar.tsx';
import { useClient } from '../../shell/ClientContext.ts';
import { navigate } from '../../shell/RouteContext.ts';
import { useMay } from '../../shell/useSession.ts';
import { useFileDownload } from '../../controls/useFileDownload.ts';

const useStyles = makeStyles({ commands: { padding: 0, flexWrap: 'wrap' } });

/** What can be done with the open message. */
export const ReaderCommands = ({ id, onDelete }: { id: string; onDelete: () => void }) => {
  const { t } = useTranslation('mailbox');
  const styles = useStyles();
  const client = useClient();
  const mayDelete = useMay('mailbox.delete');
  const saving = useFileDownload(() => client.mailbox.exportMessage({ id }));
  return (
    <>
      <Toolbar size="small" className={styles.commands} aria-label={t('reader.commands')}>
        <ToolbarButton icon={<ArrowLeft20Regular />} onClick={() => navigate({ area: 'mailbox' })}>
          {t('reader.close')}
        </ToolbarButton>
        <ToolbarButton icon={<ArrowDownload20Regular />} onClick={() => saving.mutate()}>
          {t('reader.export')}
        </ToolbarButton>
        <ToolbarButton icon={<Delete20Regular />} disabled={!mayDelete} onClick={onDelete}>
          {t('commands.delete')}
        </ToolbarButton>
      </Toolbar>
      <FailureBar error={saving.error} />
    </>
  );
};
