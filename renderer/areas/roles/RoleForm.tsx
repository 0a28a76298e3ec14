import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { FormProvider, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { type Role, type RoleValues, roleValuesSchema } from '../../../electron/contract/users/role.ts';
import { FormModeContext } from '../../controls/formMode.ts';
import { FormSection } from '../../controls/FormSection.tsx';
import { placeIssues } from '../../controls/placeIssues.ts';
import { RefusalBar } from '../../controls/RefusalBar.tsx';
import { SaveBar } from '../../controls/SaveBar.tsx';
import { TextControl } from '../../controls/TextControl.tsx';
import { useLeaveGuard } from '../../shell/RouteContext.ts';
import { useShortcut } from '../../shell/shortcutRegistry.ts';
import { useToast } from '../../shell/ToastContext.ts';
import { useCommand } from '../../shell/useCommand.ts';
import { schemaResolver } from '../../controls/schemaResolver.ts';
import { PermissionMatrix } from './PermissionMatrix.tsx';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  /** Stays in view at the foot of the pane, over its padding. */
  foot: {
    ...{ position: 'sticky', bottom: `calc(-1 * ${tokens.spacingHorizontalM})`, zIndex: 1 },
    backgroundColor: tokens.colorNeutralBackground1,
  },
});

const emptyValues: RoleValues = { name: '', description: '', permissions: [] };

type RoleFormProps = {
  /** Null: a new role. */
  role: Role | null;
  editing: boolean;
  onSaved: (role: Role) => void;
  /** It was given up. */
  onLeave: () => void;
};

const useRoleForm = (role: Role | null) => {
  const { name, description, permissions } = role ?? emptyValues;
  return useForm<RoleValues>({
    defaultValues: { name, description, permissions },
    resolver: schemaResolver(roleValuesSchema),
    mode: 'onBlur',
    reValidateMode: 'onBlur',
  });
};

/** Name, description and rights of a role: read, or edited until they are saved. */
export const RoleForm = ({ role, editing, onSaved, onLeave }: RoleFormProps) => {
  const { t } = useTranslation(['roles', 'shell']);
  const styles = useStyles();
  const toast = useToast();
  const form = useRoleForm(role);
  const saving = useCommand((client, values: RoleValues) =>
    role
      ? client.roles.saveRole({ id: role.id, revision: role.revision, values })
      : client.roles.createRole({ values }),
  );
  const { isDirty } = form.formState;
  const question = { title: t('shell:leave.title'), consequence: t('shell:leave.consequence') };
  const liftGuard = useLeaveGuard(editing && isDirty, question);
  const save = form.handleSubmit((values) =>
    saving.mutate(values, {
      onSuccess: ({ role: saved }) => {
        liftGuard();
        toast(t('saved', { name: saved.name }));
        onSaved(saved);
      },
      onError: (error) => {
        if (placeIssues(form, error)) saving.reset();
      },
    }),
  );
  useShortcut('save', () => void save(), editing);
  const leave = () => {
    liftGuard();
    form.reset();
    saving.reset();
    onLeave();
  };
  return (
    <FormProvider {...form}>
      <FormModeContext value={!editing ? 'read' : saving.isPending ? 'busy' : 'edit'}>
        <form
          className={styles.form}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          {editing && (
            <FormSection title={t('values')}>
              <TextControl name="name" label={t('fields.name')} required />
              <TextControl name="description" label={t('fields.description')} />
            </FormSection>
          )}
          <PermissionMatrix name="permissions" />
          <RefusalBar error={saving.error} />
          {editing && (
            <div className={styles.foot}>
              <SaveBar state={isDirty ? t('unsaved') : ''}>
                <Button onClick={leave}>{t('shell:controls.cancel')}</Button>
                <Button appearance="primary" type="submit" disabledFocusable={!isDirty || saving.isPending}>
                  {t('save')}
                </Button>
              </SaveBar>
            </div>
          )}
        </form>
      </FormModeContext>
    </FormProvider>
  );
};
