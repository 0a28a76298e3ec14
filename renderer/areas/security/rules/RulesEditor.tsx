import { Button, makeStyles, Subtitle1, tokens } from '@fluentui/react-components';
import { Edit16Regular } from '@fluentui/react-icons/svg/edit';
import { useEffect, useState } from 'react';
import { FormProvider } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { focusField } from '../../../controls/focusField.ts';
import { FormModeContext } from '../../../controls/formMode.ts';
import { SaveBar } from '../../../controls/SaveBar.tsx';
import { useRoute } from '../../../shell/RouteContext.ts';
import { useShortcut } from '../../../shell/shortcutRegistry.ts';
import { useMay } from '../../../shell/useSession.ts';
import { DiscardQuestion } from '../../proof/editor/DiscardQuestion.tsx';
import { RuleErrors } from './RuleErrors.tsx';
import { RuleFields } from './RuleFields.tsx';
import { RulesFailure } from './RulesFailure.tsx';
import type { SavedRules } from './saveRulesOnTop.ts';
import { useRulesEditor } from './useRulesEditor.ts';

const useStyles = makeStyles({
  head: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, minHeight: '40px' },
  title: { flexGrow: 1 },
  /** Stays in view at the foot of the page, over its padding. */
  foot: {
    ...{ position: 'sticky', bottom: `calc(-1 * ${tokens.spacingHorizontalM})`, zIndex: 1 },
    backgroundColor: tokens.colorNeutralBackground1,
  },
});

/** Moves the focus to the rule that the address names. */
const useFocusedRule = (): void => {
  const { field } = useRoute();
  useEffect(() => {
    if (field !== null) focusField(field);
  }, [field]);
};

/** The rules: read, or edited until they are saved. */
export const RulesEditor = ({ newest }: { newest: SavedRules }) => {
  const { t } = useTranslation(['security', 'editor', 'shell']);
  const styles = useStyles();
  const mayEdit = useMay('security.edit');
  const editor = useRulesEditor(newest);
  const { form, mode, isDirty, edit, save, close } = editor;
  const [isAsked, setAsked] = useState(false);
  const isBusy = mode === 'busy';
  useFocusedRule();
  useShortcut('save', () => void save(), mode !== 'read');
  useShortcut('cancel', isDirty ? () => setAsked(true) : close, mode === 'edit');
  return (
    <FormProvider {...form}>
      <FormModeContext value={mode}>
        <form
          noValidate
          autoComplete="off"
          aria-labelledby="rules-title"
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          <div className={styles.head}>
            <Subtitle1 as="h2" id="rules-title" className={styles.title}>
              {t('rules.title')}
            </Subtitle1>
            {mode === 'read' && mayEdit && (
              <Button size="small" icon={<Edit16Regular />} data-edit onClick={edit}>
                {t('editor:edit')}
              </Button>
            )}
          </div>
          <RuleErrors />
          <RuleFields />
          {mode !== 'read' && (
            <div className={styles.foot}>
              <RulesFailure editor={editor} />
              <SaveBar
                state={t(isBusy ? 'rules.saving' : `editor:save.state.${isDirty ? 'dirty' : 'clean'}`)}
              >
                <Button size="small" disabledFocusable={isBusy} onClick={close}>
                  {isDirty ? t('editor:save.discard') : t('shell:controls.cancel')}
                </Button>
                <Button appearance="primary" type="submit" disabledFocusable={isBusy || !isDirty}>
                  {t('editor:save.save')}
                </Button>
              </SaveBar>
            </div>
          )}
        </form>
        <DiscardQuestion
          open={isAsked}
          onDiscard={() => {
            setAsked(false);
            close();
          }}
          onStay={() => setAsked(false)}
        />
      </FormModeContext>
    </FormProvider>
  );
};
