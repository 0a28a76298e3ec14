import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { navigate } from '../../shell/RouteContext.ts';
import { useToast } from '../../shell/useToast.tsx';
import type { MailForm } from './form/mailForm.ts';
import type { Preset } from '../../../electron/contract/mail/preset.ts';
import { PresetAdvice } from './PresetAdvice.tsx';
import { ProfileEditor } from './ProfileEditor.tsx';
import type { ProfileSource } from './profileSource.ts';

/** How a new profile begins. */
export type ProfileStart = { form: MailForm; preset: Preset | null };

type NewProfileEditorProps = { revision: number; start: ProfileStart };

/** A profile that does not exist yet. */
export const NewProfileEditor = ({ revision, start }: NewProfileEditorProps) => {
  const { t } = useTranslation('mail');
  const toast = useToast();
  const { form, preset } = start;
  const source = useMemo(
    (): ProfileSource => ({ id: null, revision, side: 'active', details: null, form }),
    [revision, form],
  );
  return (
    <ProfileEditor
      source={source}
      onShowSide={() => undefined}
      onSaved={(id, asDraft) => {
        toast(asDraft ? t('savedAsDraft') : t('saved'));
        navigate({ area: 'mail', id });
      }}
      advice={preset && <PresetAdvice preset={preset} />}
      onGiveUp={() => navigate({ area: 'mail' })}
    />
  );
};
