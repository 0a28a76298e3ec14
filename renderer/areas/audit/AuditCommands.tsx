import { makeStyles, MessageBar, MessageBarBody, Toolbar, ToolbarButton } from '@fluentui/react-components';
import { ArrowClockwise20Regular } from '@fluentui/react-icons/svg/arrow-clockwise';
import { ArrowDownload20Regular } from '@fluentui/react-icons/svg/arrow-download';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditFilter } from '../../../electron/contract/audit/entry.ts';
import { FailureBar } from '../../controls/FailureBar.tsx';
import { useFileDownload } from '../../controls/useFileDownload.ts';
import { useClient } from '../../shell/ClientContext.ts';
import { useToast } from '../../shell/ToastContext.ts';
import { useLanguage } from '../../texts/useLanguage.ts';
import { useRenewAudit } from './auditQueries.ts';

const useStyles = makeStyles({ commands: { padding: 0, flexWrap: 'wrap' } });

const formats = { csv: 'commands.exportCsv', json: 'commands.exportJson' } as const;
type Format = keyof typeof formats;

/** Reading the list again, and its entries as a file. */
export const AuditCommands = ({ filter }: { filter: AuditFilter }) => {
  const { t } = useTranslation('audit');
  const styles = useStyles();
  const renew = useRenewAudit();
  return (
    <Toolbar size="small" className={styles.commands} aria-label={t('commands.label')}>
      <ToolbarButton icon={<ArrowClockwise20Regular />} onClick={() => void renew()}>
        {t('commands.refresh')}
      </ToolbarButton>
      <ExportButton filter={filter} format="csv" />
      <ExportButton filter={filter} format="json" />
    </Toolbar>
  );
};

const ExportButton = ({ filter, format }: { filter: AuditFilter; format: Format }) => {
  const { t } = useTranslation('audit');
  const client = useClient();
  const language = useLanguage();
  const showSuccess = useToast();
  const [left, setLeft] = useState<number | null>(null);
  const download = useFileDownload(async () => {
    const { entries, isWhole, ...file } = await client.audit.exportEntries({ filter, format });
    setLeft(isWhole ? null : entries);
    showSuccess(t('commands.exported', { count: entries }));
    return file;
  });
  return (
    <>
      <ToolbarButton
        icon={<ArrowDownload20Regular />}
        disabled={download.isPending}
        onClick={() => download.mutate()}
      >
        {t(formats[format])}
      </ToolbarButton>
      <FailureBar error={download.error} />
      {left !== null && (
        <MessageBar intent="warning">
          <MessageBarBody>
            {t('commands.exportedPart', { number: new Intl.NumberFormat(language).format(left) })}
          </MessageBarBody>
        </MessageBar>
      )}
    </>
  );
};
