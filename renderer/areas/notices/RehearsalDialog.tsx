import { Button, Text } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConsoleDialog } from '../../controls/ConsoleDialog.tsx';
import { FailureBar } from '../../controls/FailureBar.tsx';
import { RehearsalSteps } from './RehearsalSteps.tsx';
import { TestUserChoice } from './TestUserChoice.tsx';
import { useRehearsal } from './useRehearsal.ts';

/** Sends a mail for a forgotten password to a chosen user and shows each step until it has arrived (REQUIREMENTS M16). */
export const RehearsalDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation(['notices', 'shell']);
  const [userId, setUserId] = useState<string | null>(null);
  const { run, running, failure, start, cancel } = useRehearsal();
  const begin = () => userId !== null && void start(userId);
  return (
    <ConsoleDialog
      wide
      kind="alert"
      title={t('rehearsal.title')}
      onClose={onClose}
      actions={
        <>
          {running ? (
            <Button onClick={cancel}>{t('rehearsal.stop')}</Button>
          ) : (
            <Button appearance="primary" disabledFocusable={userId === null} onClick={begin}>
              {t(run ? 'rehearsal.again' : 'rehearsal.start')}
            </Button>
          )}
          <Button onClick={onClose}>{t('shell:controls.close')}</Button>
        </>
      }
    >
      <Text>{t('rehearsal.help')}</Text>
      {!running && <TestUserChoice chosen={userId} onChoose={setUserId} />}
      <FailureBar error={failure} />
      {run && <RehearsalSteps run={run} />}
    </ConsoleDialog>
  );
};
