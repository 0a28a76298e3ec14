import { FormProvider, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { type Folder, folderNameSchema } from '../../../electron/contract/users/folder.ts';
import { placeIssues } from '../../controls/placeIssues.ts';
import { SaveRefusalBar } from '../../controls/SaveRefusalBar.tsx';
import { TextControl } from '../../controls/TextControl.tsx';
import { show } from '../roles/rolesPlace.ts';
import { ActionDialog } from '../../controls/ActionDialog.tsx';
import { schemaResolver } from '../../controls/schemaResolver.ts';
import { useFolderCommand } from './folderQueries.ts';

const nameSchema = z.object({ name: folderNameSchema });

/** `revision`: on top of that of somebody else; null: of the one that was read. */
type Naming = { name: string; revision: number | null };

type FolderNameDialogProps = {
  /** What a new one will lie in; null: in none. */
  parent: Folder | null;
  /** The one that gets another name; null: a new one. */
  folder: Folder | null;
  onClose: () => void;
};

/** Creates a folder, or gives one another name. */
export const FolderNameDialog = ({ parent, folder, onClose }: FolderNameDialogProps) => {
  const { t } = useTranslation('folders');
  const form = useForm({
    defaultValues: { name: folder?.name ?? '' },
    resolver: schemaResolver(nameSchema),
    mode: 'onBlur',
    reValidateMode: 'onBlur',
  });
  const naming = useFolderCommand((folders, { name, revision }: Naming) =>
    folder
      ? folders.saveFolder({ id: folder.id, revision: revision ?? folder.revision, name })
      : folders.createFolder({ parentId: parent?.id ?? null, name }),
  );
  const save = (revision: number | null): Promise<void> =>
    form.handleSubmit(({ name }) =>
      naming.mutate(
        { name, revision },
        {
          onSuccess: (saved) => {
            onClose();
            show({ tab: 'folders', id: saved.folder.id });
          },
          onError: (error) => {
            if (placeIssues(form, error)) naming.reset();
          },
        },
      ),
    )();
  const verb = folder ? 'rename' : 'create';
  return (
    <FormProvider {...form}>
      <ActionDialog
        title={
          parent ? t('create.titleIn', { name: parent.name }) : t(`${verb}.title`, { name: folder?.name })
        }
        action={t(`${verb}.action`)}
        isBusy={naming.isPending}
        failure={null}
        onSubmit={() => save(null)}
        onClose={onClose}
      >
        <TextControl name="name" label={t('name')} required />
        <SaveRefusalBar
          error={naming.error}
          onSaveMine={(theirs) => void save(theirs)}
          onTakeTheirs={onClose}
        />
      </ActionDialog>
    </FormProvider>
  );
};
