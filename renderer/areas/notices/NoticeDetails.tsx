import { Button, makeStyles, Subtitle1, tokens } from '@fluentui/react-components';
import { Dismiss20Regular } from '@fluentui/react-icons/svg/dismiss';
import { useTranslation } from 'react-i18next';
import type { Notice } from '../../../electron/contract/notices/notice.ts';
import { DetailList } from '../../controls/DetailList.tsx';
import { StateBadge } from '../../controls/StateBadge.tsx';
import { navigate } from '../../shell/RouteContext.ts';
import { languageNames } from '../../texts/languageNames.ts';
import { exactTime } from '../../texts/moments.ts';
import { useLanguage } from '../../texts/useLanguage.ts';
import { NoticeCommands } from './NoticeCommands.tsx';
import { NoticeResult } from './NoticeResult.tsx';
import { noticeStateOf, noticeTones } from './noticeState.ts';

const useStyles = makeStyles({
  details: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  head: { display: 'flex', justifyContent: 'space-between', alignItems: 'center' },
});

/** One mail of the program: what became of it, in the server's words, and what can be done. Never its text. */
export const NoticeDetails = ({ notice }: { notice: Notice }) => {
  const { t } = useTranslation(['notices', 'shell']);
  const styles = useStyles();
  const language = useLanguage();
  const state = noticeStateOf(notice);
  const { toAddress, kind, createdAt, attempts, nextAttemptAt, expiresAt, messageId, result } = notice;
  const isOpen = notice.state === 'waiting' || notice.state === 'sending';
  return (
    <div className={styles.details}>
      <div className={styles.head}>
        <Subtitle1 as="h2">{toAddress}</Subtitle1>
        <Button
          appearance="subtle"
          icon={<Dismiss20Regular />}
          aria-label={t('shell:controls.close')}
          onClick={() => navigate({ area: 'notices' })}
        />
      </div>
      <StateBadge tone={noticeTones[state]}>{t(`states.${state}`)}</StateBadge>
      {state === 'stopped' && <p>{t('stopped')}</p>}
      {result && <NoticeResult result={result} />}
      <NoticeCommands notice={notice} />
      <DetailList
        rows={[
          { label: t('columns.kind'), value: t(`kinds.${kind}`) },
          { label: t('language'), value: languageNames[notice.language] },
          { label: t('columns.at'), value: exactTime(createdAt, language) },
          { label: t('attempts'), value: attempts },
          ...(nextAttemptAt ? [{ label: t('nextAttempt'), value: exactTime(nextAttemptAt, language) }] : []),
          ...(isOpen ? [{ label: t('expires'), value: exactTime(expiresAt, language) }] : []),
          ...(messageId === null ? [] : [{ label: t('messageId'), value: messageId }]),
        ]}
      />
    </div>
  );
};
