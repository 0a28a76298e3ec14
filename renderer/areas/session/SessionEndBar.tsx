import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Session } from '../../../electron/contract/session/session.contract.ts';
import { nearTime } from '../../texts/moments.ts';
import { useLanguage } from '../../texts/useLanguage.ts';
import { useAuditTexts } from '../audit/useAuditTexts.ts';

type SessionEndBarProps = {
  end: Session['end'];
  /** True after a reset, which says it better. */
  hasNewPassword: boolean;
};

/** Why somebody is signed out who did not do it, and since when. */
export const SessionEndBar = ({ end, hasNewPassword }: SessionEndBarProps) => {
  const { t } = useTranslation('session');
  const { doorText } = useAuditTexts();
  const language = useLanguage();
  if (hasNewPassword)
    return (
      <MessageBar intent="success" layout="multiline" role="status">
        <MessageBarBody>{t('reset.done')}</MessageBarBody>
      </MessageBar>
    );
  if (end === null || end.reason === 'signedOut') return null;
  const at = nearTime(end.at, Date.now(), language);
  const { elsewhere } = end;
  const machine = elsewhere ? `${elsewhere.machine} (${doorText(elsewhere.door)})` : t('end.unknownMachine');
  return (
    <MessageBar intent="warning" layout="multiline" role="alert">
      <MessageBarBody>
        <MessageBarTitle>{t('end.title', { at })}</MessageBarTitle>
        {t(`end.reasons.${end.reason}`, { machine })}
      </MessageBarBody>
    </MessageBar>
  );
};
