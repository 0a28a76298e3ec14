import { Text } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Membership } from '../../../../electron/contract/directory/membership.ts';
import { NearTime } from '../../../controls/NearTime.tsx';
import { StateBadge } from '../../../controls/StateBadge.tsx';
import { FindingTitle } from '../../proof/FindingTitle.tsx';

const tones = {
  current: 'good',
  expired: 'warning',
  unreadable: 'bad',
  neverRead: 'none',
  gone: 'bad',
} as const;

/** Whether the groups that were read still count, of when they are, and why they could not be read again (U13). */
export const MembershipState = ({ membership }: { membership: Membership }) => {
  const { t } = useTranslation('roles');
  const { state, readAt, expiresAt, obstacle, domain } = membership;
  return (
    <div>
      <StateBadge tone={tones[state]}>{t(`membership.states.${state}`, { domain })}</StateBadge>
      {state === 'unreadable' && obstacle !== null && (
        <Text block>
          {t('membership.reason')} <FindingTitle code={obstacle} />
        </Text>
      )}
      <Text block size={200}>
        {t('membership.domain', { domain })}
        {readAt !== null && (
          <>
            {' · '}
            {t('membership.readAt')} <NearTime moment={readAt} />
          </>
        )}
        {state === 'current' && expiresAt !== null && (
          <>
            {' · '}
            {t('membership.expiresAt')} <NearTime moment={expiresAt} />
          </>
        )}
      </Text>
    </div>
  );
};
