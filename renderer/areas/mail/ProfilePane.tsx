import { Spinner } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeepFrom } from '../../../electron/contract/mail/mail.contract.ts';
import { FailureBar } from '../../controls/FailureBar.tsx';
import { useToast } from '../../shell/ToastContext.ts';
import { useProfile } from './mailQueries.ts';
import { PresetAdvice } from './PresetAdvice.tsx';
import { ProfileEditor } from './ProfileEditor.tsx';
import { newSource, type ProfileSource, storedSource } from './profileSource.ts';
import type { ProfileStart } from './useNewProfiles.ts';

type ProfilePaneProps = {
  /** Null: a new profile, which begins as `start` says; without it: there is none that the person may see. */
  id: string | null;
  /** Revision of the settings, for a new profile. */
  revision: number;
  start: ProfileStart | null;
  onSaved: (id: string) => void;
  /** A new profile was given up. */
  onGiveUp: () => void;
};

/** A profile with its proof: a new one, or what is stored of it. It stays while a new profile becomes a stored one. */
export const ProfilePane = ({ id, revision, start, onSaved, onGiveUp }: ProfilePaneProps) => {
  const { t } = useTranslation(['mail', 'editor', 'shell']);
  const toast = useToast();
  const [asked, setAsked] = useState<KeepFrom>('active');
  const { data, error } = useProfile(id);
  const source = useMemo((): ProfileSource | undefined => {
    if (id === null) return start ? newSource(revision, start.form) : undefined;
    return data && storedSource(data.revision, data.profile, asked);
  }, [id, revision, start, data, asked]);
  if (id === null && !start) return <p>{t('noProfiles')}</p>;
  if (!source) return error ? <FailureBar error={error} /> : <Spinner label={t('shell:loading')} />;
  return (
    <ProfileEditor
      source={source}
      advice={id === null && start?.preset && <PresetAdvice preset={start.preset} />}
      onShowSide={setAsked}
      onSaved={(savedId, asDraft) => {
        setAsked(asDraft ? 'draft' : 'active');
        toast(asDraft ? t('editor:savedAsDraft') : t('editor:saved'));
        onSaved(savedId);
      }}
      onGiveUp={onGiveUp}
    />
  );
};
