import { useEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { SignInRules } from '../../../../electron/contract/security/signInRules.ts';
import type { FormMode } from '../../../controls/formMode.ts';
import { useLeaveGuard } from '../../../shell/RouteContext.ts';
import { useToast } from '../../../shell/ToastContext.ts';
import { focusEdit, focusFirstError, focusFirstField } from '../../proof/editor/editingFocus.ts';
import { useLeaveQuestion } from '../../../shell/useLeaveQuestion.ts';
import { useOnceShown } from '../../proof/editor/useOnceShown.ts';
import { fromForm, meanTheSame, type RulesForm, rulesResolver, toForm } from './rulesForm.ts';
import { useSaveSignInRules } from './rulesQueries.ts';
import type { SavedRules } from './saveRulesOnTop.ts';

/** What editing began with stays so until it ends: a change by somebody else meanwhile is a conflict to be told. */
const useHeldRules = (newest: SavedRules, editing: boolean) => {
  const [held, setHeld] = useState(newest);
  if (!editing && held !== newest) setHeld(newest);
  return { source: editing ? held : newest, holdNewest: () => setHeld(newest) };
};

/** The form of the rules: read until it is edited, and never lost unasked while it is. */
const useRulesForm = (newest: SavedRules) => {
  const [editing, setEditing] = useState(false);
  const { source, holdNewest } = useHeldRules(newest, editing);
  const form = useForm<RulesForm>({
    defaultValues: toForm(source.rules),
    resolver: rulesResolver,
    mode: 'onBlur',
    reValidateMode: 'onBlur',
    shouldFocusError: false,
  });
  const isDirty = editing && !meanTheSame(form.watch(), toForm(source.rules));
  const liftGuard = useLeaveGuard(isDirty, useLeaveQuestion());
  const focusOnEdit = useOnceShown(focusFirstField);
  const focusOnClose = useOnceShown(focusEdit);
  const focusOnError = useOnceShown(focusFirstError);
  useEffect(() => {
    if (!editing) form.reset(toForm(source.rules));
  }, [editing, form, source]);
  return {
    ...{ form, source, holdNewest, editing, isDirty },
    edit: () => {
      setEditing(true);
      focusOnEdit();
    },
    close: () => {
      setEditing(false);
      liftGuard();
      focusOnClose();
    },
    /** Rules that are fit to be sent; else null, and the fields say why not. */
    checked: async (): Promise<SignInRules | null> => {
      const { rules } = fromForm(form.getValues());
      if (rules) return rules;
      await form.trigger();
      focusOnError();
      return null;
    },
  };
};

/** The rules between being read and being saved. */
export const useRulesEditor = (newest: SavedRules) => {
  const { t } = useTranslation('security');
  const toast = useToast();
  const edited = useRulesForm(newest);
  const { source, editing, isDirty, holdNewest } = edited;
  const saving = useSaveSignInRules();
  const mode: FormMode = !editing ? 'read' : saving.isPending ? 'busy' : 'edit';
  const close = () => {
    saving.reset();
    edited.close();
  };
  const onSuccess = () => {
    toast(t('rules.saved'));
    close();
  };
  return {
    ...edited,
    mode,
    failure: saving.error,
    forgetFailure: saving.reset,
    /** Ends editing: the form shows what is in force. */
    close,
    save: async () => {
      if (mode !== 'edit' || !isDirty) return;
      const rules = await edited.checked();
      if (rules) saving.mutate({ rules, seen: source }, { onSuccess });
    },
    /** After a conflict: what is in the form goes on top of what was saved meanwhile. */
    keepMine: () => {
      holdNewest();
      saving.reset();
    },
  };
};

export type RulesEditor = ReturnType<typeof useRulesEditor>;
