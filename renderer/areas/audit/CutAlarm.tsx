import { Button, MessageBarActions } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../controls/ConfirmDialog.tsx';
import { FailureBar } from '../../controls/FailureBar.tsx';
import { useIsAdministrator } from '../../shell/useSession.ts';
import { useAcceptEnd } from './auditQueries.ts';
import { ChainAlarm } from './ChainAlarm.tsx';

/** Entries are missing that were there once, up to this one; null: that cannot be told. An administrator may accept it. */
export const CutAlarm = ({ until }: { until: number | null }) => {
  const { t } = useTranslation('audit');
  const isAdministrator = useIsAdministrator();
  const [isAsking, setAsking] = useState(false);
  const acceptance = useAcceptEnd();
  const meaning =
    until === null
      ? [t('chain.cut.meaningUnknown')]
      : [t('chain.cut.meaning', { until }), t('chain.cut.causes')];
  const accept = (): void => {
    setAsking(false);
    acceptance.mutate();
  };
  return (
    <>
      <ChainAlarm sentences={[...meaning, t('chain.cut.remedy')]}>
        {isAdministrator && (
          <MessageBarActions>
            <Button size="small" disabledFocusable={acceptance.isPending} onClick={() => setAsking(true)}>
              {t('chain.cut.accept.command')}
            </Button>
          </MessageBarActions>
        )}
      </ChainAlarm>
      <FailureBar error={acceptance.error} />
      <ConfirmDialog
        open={isAsking}
        title={t('chain.cut.accept.title')}
        consequence={t('chain.cut.accept.consequence')}
        action={t('chain.cut.accept.action')}
        onConfirm={accept}
        onCancel={() => setAsking(false)}
      />
    </>
  );
};
