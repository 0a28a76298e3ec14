import { Body1, Button, makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { navigate } from '../../shell/RouteContext.ts';
import { useLanguage } from '../../texts/useLanguage.ts';
import { byteSize } from './byteSize.ts';

const useStyles = makeStyles({
  empty: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'start',
    gap: tokens.spacingVerticalS,
    paddingBlock: tokens.spacingVerticalL,
  },
});

type EmptyMailboxProps = { search: string; limits: { maximumMessages: number; maximumBytes: number } };

/** Why there is nothing here, and what to do first. */
export const EmptyMailbox = ({ search, limits }: EmptyMailboxProps) => {
  const { t } = useTranslation('mailbox');
  const styles = useStyles();
  const language = useLanguage();
  if (search !== '')
    return (
      <div className={styles.empty}>
        <Subtitle2>{t('search.none')}</Subtitle2>
        <Body1>{t('search.noneHelp', { search })}</Body1>
      </div>
    );
  const number = new Intl.NumberFormat(language).format(limits.maximumMessages);
  return (
    <div className={styles.empty}>
      <Subtitle2>{t('empty.title')}</Subtitle2>
      <Body1>{t('empty.first')}</Body1>
      <Button appearance="primary" onClick={() => navigate({ area: 'mail' })}>
        {t('empty.action')}
      </Button>
      <Body1>{t('empty.limits', { number, size: byteSize(limits.maximumBytes, language) })}</Body1>
    </div>
  );
};
