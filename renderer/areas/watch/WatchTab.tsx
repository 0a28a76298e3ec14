import { Body1, Button, makeStyles, Spinner, Subtitle2, tokens, Toolbar } from '@fluentui/react-components';
import { ArrowClockwise20Regular } from '@fluentui/react-icons/svg/arrow-clockwise';
import { Dismiss20Regular } from '@fluentui/react-icons/svg/dismiss';
import { useTranslation } from 'react-i18next';
import type { Watch } from '../../../electron/contract/watch/watch.ts';
import { FailureBar } from '../../controls/FailureBar.tsx';
import { NearTime } from '../../controls/NearTime.tsx';
import { useToast } from '../../shell/ToastContext.ts';
import { useLastWatch, useRunWatch } from './watchQueries.ts';
import { WatchTable } from './WatchTable.tsx';

const useStyles = makeStyles({
  pane: {
    ...{ display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
    ...{ minHeight: 0, overflow: 'auto', padding: tokens.spacingHorizontalM },
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  commands: { padding: 0, flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** What will end and who stops answering (REQUIREMENTS N11), and a look at it now. */
export const WatchTab = () => {
  const { t } = useTranslation(['watch', 'shell']);
  const styles = useStyles();
  const { data, error } = useLastWatch();
  const { running, leave } = useRunWatch();
  const showSuccess = useToast();
  const check = () => running.mutate(undefined, { onSuccess: () => showSuccess(t('done')) });
  return (
    <section className={styles.pane} aria-label={t('label')} data-pane tabIndex={-1}>
      <Body1>{t('intro')}</Body1>
      <Toolbar size="small" className={styles.commands} aria-label={t('commands.label')}>
        {/* One button in one place: it keeps the focus while its word changes. */}
        <Button
          icon={running.isPending ? <Dismiss20Regular /> : <ArrowClockwise20Regular />}
          onClick={running.isPending ? leave : check}
        >
          {t(running.isPending ? 'commands.cancel' : 'commands.check')}
        </Button>
        <span role="status">
          {running.isPending && <Spinner size="tiny" label={t('commands.checking')} />}
        </span>
      </Toolbar>
      <FailureBar error={running.error ?? error} />
      {!data && !error && <Spinner label={t('shell:loading')} />}
      {data && <LastLook watch={data} />}
    </section>
  );
};

const LastLook = ({ watch: { checkedAt, things } }: { watch: Watch }) => {
  const { t } = useTranslation('watch');
  if (things.length === 0)
    return (
      <>
        <Subtitle2>{t('empty.title')}</Subtitle2>
        <Body1>{t('empty.text')}</Body1>
      </>
    );
  return (
    <>
      <Body1>
        {checkedAt === null ? (
          t('never')
        ) : (
          <>
            {t('checkedAt')} <NearTime moment={checkedAt} />
          </>
        )}
      </Body1>
      <WatchTable things={things} />
    </>
  );
};
