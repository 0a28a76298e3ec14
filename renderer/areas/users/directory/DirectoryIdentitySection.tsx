import { Text } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { DirectoryIdentity } from '../../../../electron/contract/directory/membership.ts';
import { DetailList } from '../../../controls/DetailList.tsx';
import { NearTime } from '../../../controls/NearTime.tsx';
import { TitledSection } from '../../../controls/TitledSection.tsx';
import { Arrival } from './Arrival.tsx';
import { DirectoryStateBadge } from './DirectoryStateBadge.tsx';

type DirectoryIdentitySectionProps = {
  identity: DirectoryIdentity;
  /** Since when it is known here, ISO 8601. */
  knownSince: string;
};

/** Who a user or group is in the directory, what became of it there, and how it came here. */
export const DirectoryIdentitySection = ({ identity, knownSince }: DirectoryIdentitySectionProps) => {
  const { t } = useTranslation('users');
  const { domain, accountName, userPrincipalName, distinguishedName, objectSid } = identity;
  const values = { domain, accountName, userPrincipalName, distinguishedName, objectSid };
  const known = Object.entries(values).flatMap(([name, value]) =>
    value === null ? [] : [{ label: t(`directory.identity.${name}`), value }],
  );
  return (
    <TitledSection title={t('directory.title')}>
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
            value: <Arrival identity={identity} knownSince={knownSince} />,
          },
        ]}
      />
      {identity.state !== 'present' && (
        <Text size={200}>{t(`directory.consequences.${identity.state}`)}</Text>
      )}
    </TitledSection>
  );
};
