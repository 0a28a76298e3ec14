import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { FormProvider } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { UserDetails } from '../../../electron/contract/users/userDetails.ts';
import { FormModeContext } from '../../controls/formMode.ts';
import { FormSection } from '../../controls/FormSection.tsx';
import { SaveBar } from '../../controls/SaveBar.tsx';
import { SaveRefusalBar } from '../../controls/SaveRefusalBar.tsx';
import { SwitchControl } from '../../controls/SwitchControl.tsx';
import { useShortcut } from '../../shell/shortcutRegistry.ts';
import { DirectoryFields } from './directory/DirectoryFields.tsx';
import { GrantsControl } from './GrantsControl.tsx';
import { UserFields } from './UserFields.tsx';
import { useKeptGrants, useRestriction } from './useRestriction.ts';
import { useUserForm } from './useUserForm.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  /** However long the form is, what saves it stays in sight. */
  bar: { position: 'sticky', bottom: 0, backgroundColor: tokens.colorNeutralBackground1 },
});

type UserEditorProps = { user: UserDetails; isEditing: boolean; onDone: () => void };

/** What an administrator decides of a user: read, or edited until it is saved. */
export const UserEditor = ({ user, isEditing, onDone }: UserEditorProps) => {
  const { t } = useTranslation(['users', 'shell', 'roles']);
  const styles = useStyles();
  const editor = useUserForm(user, { isEditing, onDone });
  const why = useRestriction(user.restrictions);
  const whyKept = useKeptGrants(user);
  const { isBusy, isDirty, saveOver } = editor;
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
          <FormSection title={t('fields.title')}>
            {user.directory ? (
              <DirectoryFields kind={user.kind} identity={user.directory} />
            ) : (
              <UserFields nameLocked={why('rename')} />
            )}
          </FormSection>
          <FormSection title={t('signIn.title')}>
            <SwitchControl
              name="isActive"
              label={t('states.active')}
              help={user.values.isActive ? why('deactivate') : undefined}
              isLocked={user.values.isActive && why('deactivate') !== undefined}
            />
            {user.kind !== 'directoryGroup' && (
              <SwitchControl
                name="mayUseBasicAuthentication"
                label={t('fields.basic')}
                help={t('fields.basicHelp')}
              />
            )}
            {user.kind === 'localUser' && (
              <SwitchControl name="mustChangePassword" label={t('fields.mustChange')} />
            )}
          </FormSection>
          <GrantsControl
            kind={user.kind}
            inherited={user.membership?.state === 'current' ? user.inherited : []}
            whyKept={whyKept}
          />
          {isEditing && (
            <div className={styles.bar}>
              <SaveRefusalBar
                error={editor.error}
                onSaveMine={(theirs) => void saveOver(theirs)}
                onTakeTheirs={editor.leave}
              />
              <SaveBar state={isDirty ? t('roles:unsaved') : ''}>
                <Button onClick={editor.leave}>{t('shell:controls.cancel')}</Button>
                <Button appearance="primary" type="submit" disabledFocusable={!isDirty || isBusy}>
                  {t('roles:save')}
                </Button>
              </SaveBar>
            </div>
          )}
        </form>
      </FormModeContext>
    </FormProvider>
  );
};
