import { Field, makeStyles, Radio, RadioGroup, SearchBox } from '@fluentui/react-components';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureBar } from '../../controls/FailureBar.tsx';
import { useFoundUsers } from '../roles/rolesQueries.ts';

const useStyles = makeStyles({ found: { maxHeight: '160px', overflowY: 'auto' } });

type TestUserChoiceProps = { chosen: string | null; onChoose: (userId: string) => void };

/** Looks for a user by name or address; groups get no mail and are left out. */
export const TestUserChoice = ({ chosen, onChoose }: TestUserChoiceProps) => {
  const { t } = useTranslation('notices');
  const styles = useStyles();
  const [typed, setTyped] = useState('');
  const { data, error } = useFoundUsers(useDeferredValue(typed.trim()));
  const users = (data?.users ?? []).filter(({ kind }) => kind !== 'directoryGroup');
  return (
    <>
      <Field label={t('rehearsal.search')}>
        <SearchBox value={typed} onChange={(_, { value }) => setTyped(value)} />
      </Field>
      <FailureBar error={error} />
      <Field label={t('rehearsal.user')} className={styles.found}>
        <RadioGroup value={chosen ?? ''} onChange={(_, { value }) => onChoose(value)}>
          {users.map(({ id, name, displayName, mail }) => (
            <Radio key={id} value={id} label={[name, displayName, mail].filter(Boolean).join(' · ')} />
          ))}
        </RadioGroup>
      </Field>
    </>
  );
};
