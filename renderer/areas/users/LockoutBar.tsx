import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UserDetails, UserLockout } from '../../../electron/contract/users/userDetails.ts';
import { useMay } from '../../shell/useSession.ts';
import { exactTime } from '../../texts/moments.ts';
import { useLanguage } from '../../texts/useLanguage.ts';
import { useAuditTexts } from '../audit/useAuditTexts.ts';
import { BulkDialog } from './BulkDialog.tsx';
import { useRestriction } from './useRestriction.ts';

/** What is counted against the user, from where, and the way to lift a lock. */
export const LockoutBar = ({ user, lockout }: { user: UserDetails; lockout: UserLockout }) => {
  const { t } = useTranslation('users');
  const language = useLanguage();
  const { doorText } = useAuditTexts();
  const [isAsked, setAsked] = useState(false);
  const why = useRestriction(user.restrictions);
  const mayUnlock = useMay('users.edit') && why('change') === undefined;
  const { failed, attemptsLeft, lockedUntil, machine, door } = lockout;
  const origin = t('origin', { door: doorText(door), machine });
  return (
    <>
      <MessageBar intent={lockedUntil === null ? 'info' : 'warning'} layout="multiline">
        <MessageBarBody>
          {lockedUntil !== null && `${t('attempts.locked', { until: exactTime(lockedUntil, language) })} `}
          {t('attempts.failed', { count: failed, origin })}{' '}
          {lockedUntil === null && attemptsLeft !== null && t('attempts.left', { count: attemptsLeft })}
        </MessageBarBody>
        {lockedUntil !== null && mayUnlock && (
          <MessageBarActions>
            <Button onClick={() => setAsked(true)}>{t('bulk.commands.unlock')}</Button>
          </MessageBarActions>
        )}
      </MessageBar>
      {isAsked && (
        <BulkDialog
          kind="unlock"
          subject={{ ids: [user.id] }}
          onDone={() => undefined}
          onClose={() => setAsked(false)}
        />
      )}
    </>
  );
};
