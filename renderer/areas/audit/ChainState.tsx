import { Button, makeStyles, MessageBarActions, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { FailureBar } from '../../controls/FailureBar.tsx';
import { StateBadge } from '../../controls/StateBadge.tsx';
import { exactTime } from '../../texts/moments.ts';
import { useLanguage } from '../../texts/useLanguage.ts';
import { useAuditChain } from './auditQueries.ts';
import { ChainAlarm } from './ChainAlarm.tsx';
import { CutAlarm } from './CutAlarm.tsx';

const useStyles = makeStyles({
  chain: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  state: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
});

/** Whether anybody wrote into the audit from outside, and what to do then. */
export const ChainState = ({ onShow }: { onShow: (number: number) => void }) => {
  const { t } = useTranslation('audit');
  const styles = useStyles();
  const { data, error, isFetching, refetch } = useAuditChain();
  const { brokenAt = null, cut = null } = data ?? {};
  return (
    <section aria-label={t('chain.label')} className={styles.chain}>
      <div className={styles.state}>
        <span role="status">
          <Verdict isChecking={isFetching} />
        </span>
        <Button size="small" disabledFocusable={isFetching} onClick={() => void refetch()}>
          {t('chain.check')}
        </Button>
      </div>
      <FailureBar error={error} />
      {brokenAt !== null && <BrokenChain number={brokenAt} onShow={onShow} />}
      {cut && <CutAlarm until={cut.until} />}
    </section>
  );
};

const Verdict = ({ isChecking }: { isChecking: boolean }) => {
  const { t } = useTranslation('audit');
  const language = useLanguage();
  const { data } = useAuditChain();
  if (isChecking) return <StateBadge tone="changed">{t('chain.checking')}</StateBadge>;
  if (!data) return <StateBadge tone="none">{t('chain.unchecked')}</StateBadge>;
  const { checked: count, at, brokenAt: number, cut } = data;
  if (number !== null) return <StateBadge tone="bad">{t('chain.broken.title', { number })}</StateBadge>;
  if (cut) return <CutVerdict {...cut} />;
  const formatted = new Intl.NumberFormat(language).format(count);
  return (
    <StateBadge tone="good">{t('chain.whole', { count, formatted, at: exactTime(at, language) })}</StateBadge>
  );
};

const CutVerdict = ({ from, until }: { from: number | null; until: number | null }) => {
  const { t } = useTranslation('audit');
  const gap = (): string => {
    if (until === null) return t('chain.cut.unknown');
    if (from === null) return t('chain.cut.replaced', { until });
    return t('chain.cut.missing', { count: until - from + 1, from, until });
  };
  return <StateBadge tone="bad">{gap()}</StateBadge>;
};

type BrokenChainProps = { number: number; onShow: (number: number) => void };

const BrokenChain = ({ number, onShow }: BrokenChainProps) => {
  const { t } = useTranslation('audit');
  return (
    <ChainAlarm sentences={[t('chain.broken.meaning', { number }), t('chain.broken.remedy')]}>
      <MessageBarActions>
        <Button size="small" onClick={() => onShow(number)}>
          {t('chain.broken.show', { number })}
        </Button>
      </MessageBarActions>
    </ChainAlarm>
  );
};
