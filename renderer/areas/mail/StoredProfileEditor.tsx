import { Spinner } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeepFrom } from '../../../electron/contract/mail/mail.contract.ts';
import { FailureBar } from '../../controls/FailureBar.tsx';
import { useToast } from '../../shell/useToast.tsx';
import { useProfile } from './mailQueries.ts';
import { ProfileEditor } from './ProfileEditor.tsx';
import { storedSource } from './profileSource.ts';

/** A profile that is stored: what is in force, or its draft. */
export const StoredProfileEditor = ({ id }: { id: string }) => {
  const { t } = useTranslation(['mail', 'shell']);
  const toast = useToast();
  const [asked, setAsked] = useState<KeepFrom>('active');
  const { data, error } = useProfile(id);
  const source = useMemo(() => data && storedSource(data.revision, data.profile, asked), [data, asked]);
  if (!source) return error ? <FailureBar error={error} /> : <Spinner label={t('shell:loading')} />;
  return (
    <ProfileEditor
      source={source}
      onShowSide={setAsked}
      onSaved={(_, asDraft) => {
        setAsked(asDraft ? 'draft' : 'active');
        toast(asDraft ? t('savedAsDraft') : t('saved'));
      }}
      onGiveUp={() => undefined}
    />
  );
};
