import { Button } from '@fluentui/react-components';
import { PeopleAdd16Regular } from '@fluentui/react-icons/svg/people-add';
import { lazy, Suspense, useState } from 'react';
import { getI18n, useTranslation } from 'react-i18next';
import type { AdditionOutcome } from '../../../../electron/contract/directory/addition.ts';
import { parseRoute } from '../../../shell/route.ts';
import { navigate } from '../../../shell/RouteContext.ts';
import { useFailureToast, useToast } from '../../../shell/ToastContext.ts';
import { useCommand } from '../../../shell/useCommand.ts';
import { useDirectory } from '../../directory/directoryQueries.ts';

/** It comes with its texts: a part of it that came late would let the focus begin elsewhere. */
const AddObjectsDialog = lazy(async () => {
  const texts = getI18n().loadNamespaces(['directory', 'findings']);
  const [{ AddObjectsDialog: Dialog }] = await Promise.all([import('./AddObjectsDialog.tsx'), texts]);
  return { default: Dialog };
});

/** The command that adds users and groups of the directory, where one is in force; for who may see the directory and create users. */
export const AddFromDirectory = ({ onAdded }: { onAdded: (userIds: readonly string[]) => void }) => {
  const { t } = useTranslation('users');
  const [isAsked, setAsked] = useState(false);
  const toast = useToast();
  const undo = useUndo();
  const { data } = useDirectory();
  if (!data?.values) return null;
  const finish = ({ additionId, added, changed }: AdditionOutcome) => {
    const all = [...added, ...changed];
    const names = all.map(({ name }) => name).join(', ');
    toast(t('directory.addition.done', { count: all.length, names }), {
      label: t('directory.addition.undo'),
      run: () => undo(additionId, added),
    });
    onAdded(all.map(({ userId }) => userId));
  };
  return (
    <>
      <Button icon={<PeopleAdd16Regular />} onClick={() => setAsked(true)}>
        {t('directory.addition.command')}
      </Button>
      {isAsked && (
        <Suspense>
          <AddObjectsDialog onDone={finish} onClose={() => setAsked(false)} />
        </Suspense>
      )}
    </>
  );
};

/** The pane of a user or group that is no longer here is closed, if it is that which is open by now. */
const closePaneOf = (gone: AdditionOutcome['added']): void => {
  const { area, id } = parseRoute(window.location.hash);
  if (area === 'users' && gone.some(({ userId }) => userId === id)) navigate({ area });
};

/** Gives what takes an addition back. */
const useUndo = () => {
  const { t } = useTranslation('users');
  const toast = useToast();
  const onError = useFailureToast();
  const undoing = useCommand((client, additionId: string) => client.directory.undoAddition({ additionId }));
  /** The toast outlives the page: whoever has been elsewhere meanwhile is told, too. */
  return (additionId: string, added: AdditionOutcome['added']) =>
    void undoing.mutateAsync(additionId).then(() => {
      closePaneOf(added);
      toast(t('directory.addition.undone'));
    }, onError);
};
