import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { FormProvider } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Role } from '../../../electron/contract/users/role.ts';
import { FormModeContext } from '../../controls/formMode.ts';
import { FormSection } from '../../controls/FormSection.tsx';
import { SaveBar } from '../../controls/SaveBar.tsx';
import { SaveRefusalBar } from '../../controls/SaveRefusalBar.tsx';
import { TextControl } from '../../controls/TextControl.tsx';
import { useShortcut } from '../../shell/shortcutRegistry.ts';
import { PermissionMatrix } from './PermissionMatrix.tsx';
import { type RoleEditing, useRoleForm } from './useRoleForm.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  /** Stays in view at the foot of the pane, over its padding. */
  foot: {
    ...{ position: 'sticky', bottom: `calc(-1 * ${tokens.spacingHorizontalM})`, zIndex: 1 },
    backgroundColor: tokens.colorNeutralBackground1,
  },
});

type RoleFormProps = RoleEditing & {
  /** Null: a new role. */
  role: Role | null;
};

/** Name, description and rights of a role: read, or edited until they are saved. */
export const RoleForm = ({ role, ...editing }: RoleFormProps) => {
  const { t } = useTranslation(['roles', 'shell']);
  const styles = useStyles();
  const editor = useRoleForm(role, editing);
  const { isEditing } = editing;
  const { isDirty, isBusy, saveOver } = editor;
  useShortcut('save', () => void editor.save(), isEditing && !isBusy);
  return (
    <FormProvider {...editor.form}>
      <FormModeContext value={!isEditing ? 'read' : isBusy ? 'busy' : 'edit'}>
        <form
          className={styles.form}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void editor.save();
          }}
        >
          {isEditing && (
            <FormSection title={t('values')}>
              <TextControl name="name" label={t('fields.name')} required />
              <TextControl name="description" label={t('fields.description')} />
            </FormSection>
          )}
          <PermissionMatrix name="permissions" />
          {isEditing && (
            <div className={styles.foot}>
              <SaveRefusalBar
                error={editor.error}
                onSaveMine={(theirs) => void saveOver(theirs)}
                onTakeTheirs={editor.leave}
              />
              <SaveBar state={isDirty ? t('unsaved') : ''}>
                <Button onClick={editor.leave}>{t('shell:controls.cancel')}</Button>
                <Button appearance="primary" type="submit" disabledFocusable={!isDirty || isBusy}>
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
