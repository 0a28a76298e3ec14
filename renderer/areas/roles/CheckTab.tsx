import { Field, SearchBox, Text } from '@fluentui/react-components';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureBar } from '../../controls/FailureBar.tsx';
import { LinkList } from '../../controls/LinkList.tsx';
import { TwoPanes } from '../../controls/TwoPanes.tsx';
import { PermissionCheckPane } from './PermissionCheckPane.tsx';
import { linkTo } from './rolesPlace.ts';
import { useFoundUsers } from './rolesQueries.ts';

/** *Check permissions* (REQUIREMENTS U25, N10): for whom, and then every right and why it is held. */
export const CheckTab = ({ id }: { id: string | null }) => {
  const { t } = useTranslation('roles');
  return (
    <TwoPanes
      listLabel={t('check.users')}
      list={<UserChoice shownId={id} />}
      detailsLabel={t('tabs.check')}
      details={id === null ? <Text>{t('check.choose')}</Text> : <PermissionCheckPane key={id} userId={id} />}
    />
  );
};

const UserChoice = ({ shownId }: { shownId: string | null }) => {
  const { t } = useTranslation('roles');
  const [typed, setTyped] = useState('');
  const { data, error } = useFoundUsers(useDeferredValue(typed.trim()));
  const entries = (data?.users ?? []).map(({ id, name, displayName, kind }) => ({
    ...{ id, title: name, href: linkTo({ tab: 'check', id }) },
    detail: [displayName, t(`kinds.${kind}`)].filter(Boolean).join(' · '),
  }));
  return (
    <>
      <Field label={t('users.search')} hint={t('users.found', { count: data?.total ?? 0 })}>
        <SearchBox value={typed} onChange={(_, { value }) => setTyped(value)} />
      </Field>
      <FailureBar error={error} />
      <LinkList label={t('check.users')} entries={entries} shownId={shownId} />
    </>
  );
};
