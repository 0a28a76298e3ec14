import { Body1, Button } from '@fluentui/react-components';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalBar } from '../../controls/RefusalBar.tsx';
import { useToast } from '../../shell/ToastContext.ts';
import { ActionDialog } from '../../controls/ActionDialog.tsx';
import { ImportReportDetails } from './ImportReportDetails.tsx';
import { useImport } from './useImport.ts';

/** Reads a CSV file, shows what would come of each row, and then brings all of them into force or none. */
export const ImportDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation('users');
  const toast = useToast();
  const input = useRef<HTMLInputElement>(null);
  const { fileName, report, count, isBusy, isTooLarge, error, read, apply } = useImport(() => {
    toast(t('import.done'));
    onClose();
  });
  return (
    <ActionDialog
      title={t('import.title')}
      action={t('import.action', { count })}
      isBusy={isBusy}
      canAct={count > 0}
      failure={null}
      onSubmit={apply}
      onClose={onClose}
    >
      <Body1>{t('import.text')}</Body1>
      <input
        ref={input}
        type="file"
        hidden
        accept=".csv,text/csv"
        onChange={({ target }) => {
          const file = target.files?.[0];
          if (file) read(file);
          /** Else the same file, corrected meanwhile, could not be chosen again. */
          target.value = '';
        }}
      />
      <div>
        <Button disabledFocusable={isBusy} onClick={() => input.current?.click()}>
          {t('import.choose')}
        </Button>{' '}
        {fileName}
      </div>
      {isTooLarge && <div role="alert">{t('import.tooLarge')}</div>}
      <RefusalBar error={error} />
      {report && <ImportReportDetails report={report} />}
    </ActionDialog>
  );
};
