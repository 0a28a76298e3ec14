import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ServerReply } from '../../../electron/contract/proof/evidence.ts';
import type { Finding } from '../../../electron/contract/proof/finding.ts';
import { remedyText } from '../../../electron/contract/proof/remedyText.ts';
import { CopyButton } from '../../controls/CopyButton.tsx';
import { StateBadge } from '../../controls/StateBadge.tsx';
import { ReplyLines } from './ReplyLines.tsx';

const useStyles = makeStyles({
  card: { display: 'grid', gap: tokens.spacingVerticalS },
  list: { display: 'grid', gap: tokens.spacingVerticalS, margin: 0 },
  term: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  text: { margin: 0, whiteSpace: 'pre-line', overflowWrap: 'anywhere' },
  command: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS, margin: 0 },
  code: { fontFamily: tokens.fontFamilyMonospace, overflowWrap: 'anywhere' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

const tones = { error: 'bad', warning: 'warning', note: 'none' } as const;

type FindingCardProps = {
  finding: Finding;
  /** The reply that it rests on, where one was heard. */
  reply?: ServerReply | null;
  /** What can be done in place. */
  actions?: ReactNode;
};

/** What is wrong, why, what to do, and who must do it. */
export const FindingCard = ({ finding, reply = null, actions = null }: FindingCardProps) => {
  const { t } = useTranslation(['proof', 'findings']);
  const styles = useStyles();
  const { code, parameters, severity, who, permanent, command, isPaused } = finding;
  return (
    <section className={styles.card} data-finding={code} aria-label={t(`findings:${code}.title`, parameters)}>
      <StateBadge tone={tones[severity]}>
        <Text weight="semibold">{t(`findings:${code}.title`, parameters)}</Text>
      </StateBadge>
      {reply && <ReplyLines reply={reply} />}
      <dl className={styles.list}>
        <div>
          <dt className={styles.term}>{t('finding.cause')}</dt>
          <dd className={styles.text}>{t(`findings:${code}.cause`, parameters)}</dd>
        </div>
        <div>
          <dt className={styles.term}>{t('finding.remedy')}</dt>
          <dd className={styles.text}>{remedyText(finding, (key, named) => t(key, { ...named }))}</dd>
          {isPaused && <dd className={styles.text}>{t('finding.paused')}</dd>}
        </div>
        {command !== undefined && (
          <div>
            <dt className={styles.term}>{t('finding.command')}</dt>
            <dd className={styles.command}>
              <code className={styles.code} dir="ltr">
                {command}
              </code>
              <CopyButton text={command} what={t('finding.command')} />
            </dd>
          </div>
        )}
        <div>
          <dt className={styles.term}>{t('finding.who')}</dt>
          <dd className={styles.text}>
            {t(`actors.${who}`)}
            {!permanent && severity === 'error' && ` · ${t('finding.temporary')}`}
          </dd>
        </div>
      </dl>
      <div className={styles.actions}>{actions}</div>
    </section>
  );
};
