import { Spinner } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeepFrom } from '../../../electron/contract/mail/mail.contract.ts';
import { FailureBar } from '../../controls/FailureBar.tsx';
import { useToast } from '../../shell/ToastContext.ts';
import { DirectoryEditor } from './DirectoryEditor.tsx';
import { useDirectory, useSuggestion } from './directoryQueries.ts';
import { directorySource } from './directorySource.ts';
import { newDirectoryForm } from './form/directoryForm.ts';
import { NoDirectory } from './NoDirectory.tsx';

/** Security > Directory: whether Active Directory can be used from here, and how it is reached. */
export const DirectoryTab = () => {
  const { t } = useTranslation(['editor', 'shell']);
  const toast = useToast();
  const { data: details, error } = useDirectory();
  const { data: suggestion, error: noSuggestion } = useSuggestion();
  const [asked, setAsked] = useState<KeepFrom>('active');
  const [isBeginning, setBeginning] = useState(false);
  const source = useMemo(() => {
    const identity = suggestion && suggestion.kerberos !== 'available' ? 'password' : 'windows';
    return details && directorySource(details, asked, newDirectoryForm(suggestion?.domain ?? '', identity));
  }, [details, asked, suggestion]);
  const isWaiting = !suggestion && !noSuggestion;
  if (!source || isWaiting)
    return error ? <FailureBar error={error} /> : <Spinner label={t('shell:loading')} />;
  if (source.isNew && !isBeginning)
    return <NoDirectory domain={suggestion?.domain ?? null} onBegin={() => setBeginning(true)} />;
  return (
    <DirectoryEditor
      source={source}
      onShowSide={setAsked}
      onSaved={(asDraft) => {
        setAsked(asDraft ? 'draft' : 'active');
        toast(asDraft ? t('savedAsDraft') : t('saved'));
      }}
      onGiveUp={() => setBeginning(false)}
    />
  );
};
