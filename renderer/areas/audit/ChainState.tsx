import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  tokens,
} from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { FailureBar } from '../../controls/FailureBar.tsx';
import { StateBadge } from '../../controls/StateBadge.tsx';
import { exactTime } from '../../texts/moments.ts';
import { useLanguage } from '../../texts/useLanguage.ts';
import { useAuditChain } from './auditQueries.ts';

const useStyles = makeStyles({
  chain: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  text: { marginBlock: tokens.spacingVerticalXS },
  state: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
});

/** Whether anybody wrote into the audit from outside, and what to do then. */
export const ChainState = ({ onShow }: { onShow: (number: number) => void }) => {
  const { t } = useTranslation('audit');
  const styles = useStyles();
  const { data, error, isFetching, refetch } = useAuditChain();
  const brokenAt = data?.brokenAt ?? null;
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
    </section>
  );
};

const Verdict = ({ isChecking }: { isChecking: boolean }) => {
  const { t } = useTranslation('audit');
  const language = useLanguage();
  const { data } = useAuditChain();
  if (isChecking) return <StateBadge tone="changed">{t('chain.checking')}</StateBadge>;
  if (!data) return <StateBadge tone="none">{t('chain.unchecked')}</StateBadge>;
  const { checked: count, at, brokenAt: number } = data;
  if (number !== null) return <StateBadge tone="bad">{t('chain.broken.title', { number })}</StateBadge>;
  const formatted = new Intl.NumberFormat(language).format(count);
  return (
    <StateBadge tone="good">{t('chain.whole', { count, formatted, at: exactTime(at, language) })}</StateBadge>
  );
};

type BrokenChainProps = { number: number; onShow: (number: number) => void };

const BrokenChain = ({ number, onShow }: BrokenChainProps) => {
  const { t } = useTranslation('audit');
  const { text } = useStyles();
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody>
        <p className={text}>{t('chain.broken.meaning', { number })}</p>
        <p className={text}>{t('chain.broken.remedy')}</p>
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={() => onShow(number)}>
          {t('chain.broken.show', { number })}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
};
