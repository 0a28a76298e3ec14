import { makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components';
import { FormProvider } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { AdditionOutcome } from '../../../../electron/contract/directory/addition.ts';
import { ActionDialog } from '../../../controls/ActionDialog.tsx';
import { useLeave, useLeaveGuard } from '../../../shell/RouteContext.ts';
import { useLeaveQuestion } from '../../../shell/useLeaveQuestion.ts';
import { asFailure } from '../../../texts/asFailure.ts';
import { GrantsControl } from '../GrantsControl.tsx';
import { AdditionPreviewDetails } from './AdditionPreviewDetails.tsx';
import { ChosenObjects } from './ChosenObjects.tsx';
import { DirectoryFailure } from './DirectoryFailure.tsx';
import { ObjectSearch } from './ObjectSearch.tsx';
import { useAddition } from './useAddition.ts';

const useStyles = makeStyles({
  panes: {
    ...{ display: 'grid', gap: tokens.spacingHorizontalXL },
    gridTemplateColumns: 'minmax(0, 9fr) minmax(0, 11fr)',
    '@media (max-width: 800px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  pane: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, minWidth: 0 },
});

type AddObjectsDialogProps = { onDone: (outcome: AdditionOutcome) => void; onClose: () => void };

/** Adds users and groups of the directory with roles, after it has said who would gain what (REQUIREMENTS U09). */
export const AddObjectsDialog = ({ onDone, onClose }: AddObjectsDialogProps) => {
  const { t } = useTranslation('directory');
  const styles = useStyles();
  const addition = useAddition((outcome) => {
    liftGuard();
    onClose();
    onDone(outcome);
  });
  const { form, chosen, setChosen, preview, adding } = addition;
  const liftGuard = useLeaveGuard(addition.isDirty, useLeaveQuestion());
  const leave = useLeave();
  const isStale = adding.error !== null && asFailure(adding.error).code === 'CONFLICT';
  return (
    <FormProvider {...form}>
      <ActionDialog
        wide="panes"
        title={t('people.title')}
        action={t('people.action', { count: chosen.length })}
        isBusy={adding.isPending}
        canAct={addition.canApply}
        failure={null}
        onSubmit={addition.apply}
        onClose={() => leave(onClose)}
      >
        <div className={styles.panes}>
          <ObjectSearch chosen={chosen} onChange={setChosen} />
          <div className={styles.pane}>
            <ChosenObjects
              chosen={chosen}
              parts={preview?.parts ?? []}
              gone={addition.gone}
              onChange={setChosen}
            />
            <GrantsControl kind={null} />
            <DirectoryFailure error={addition.previewError} />
            {chosen.length > 0 && (
              <AdditionPreviewDetails
                preview={preview}
                isReading={addition.isReading}
                hasRoles={addition.hasRoles}
              />
            )}
            {isStale && (
              <MessageBar intent="warning" layout="multiline">
                <MessageBarBody>{t('people.stale')}</MessageBarBody>
              </MessageBar>
            )}
            {!isStale && <DirectoryFailure error={adding.error} />}
          </div>
        </div>
      </ActionDialog>
    </FormProvider>
  );
};
