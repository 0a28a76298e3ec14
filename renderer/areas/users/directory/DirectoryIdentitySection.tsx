import { Subtitle2, Text } from '@fluentui/react-components';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { DirectoryIdentity } from '../../../../electron/contract/directory/membership.ts';
import { DetailList } from '../../../controls/DetailList.tsx';
import { NearTime } from '../../../controls/NearTime.tsx';
import { DirectoryStateBadge } from './DirectoryStateBadge.tsx';

type DirectoryIdentitySectionProps = {
  identity: DirectoryIdentity;
  /** Since when it is known here, ISO 8601. */
  knownSince: string;
};

/** Who a user or group is in the directory, what became of it there, and how it came here. */
export const DirectoryIdentitySection = ({ identity, knownSince }: DirectoryIdentitySectionProps) => {
  const { t } = useTranslation('users');
  const id = useId();
  const { domain, accountName, userPrincipalName, distinguishedName, objectSid } = identity;
  const values = { domain, accountName, userPrincipalName, distinguishedName, objectSid };
  const known = Object.entries(values).flatMap(([name, value]) =>
    value === null ? [] : [{ label: t(`directory.identity.${name}`), value }],
  );
  return (
    <section aria-labelledby={id}>
      <Subtitle2 as="h3" id={id}>
        {t('directory.title')}
      </Subtitle2>
      <DetailList
        rows={[
          {
            label: t('directory.identity.state'),
            value: <DirectoryStateBadge state={identity.state} />,
          },
          { label: t('directory.identity.checkedAt'), value: <NearTime moment={identity.checkedAt} /> },
          ...known,
          { label: t('directory.identity.knownSince'), value: <NearTime moment={knownSince} /> },
          {
            label: t('directory.identity.arrival'),
            value: t(identity.isAutoProvisioned ? 'directory.provisioned' : 'directory.added'),
          },
        ]}
      />
      {identity.state !== 'present' && (
        <Text size={200}>{t(`directory.consequences.${identity.state}`)}</Text>
      )}
    </section>
  );
};
