import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';

const useStyles = makeStyles({
  pager: { display: 'flex', gap: tokens.spacingHorizontalS, paddingBlockStart: tokens.spacingVerticalS },
});

type PagerProps = { page: number; pages: number; onPage: (page: number) => void };

/** Newer and older; nothing while everything is on one page. */
export const Pager = ({ page, pages, onPage }: PagerProps) => {
  const { t } = useTranslation('settings');
  const styles = useStyles();
  if (pages < 2) return null;
  return (
    <div className={styles.pager}>
      <Button size="small" disabledFocusable={page === 0} onClick={() => onPage(page - 1)}>
        {t('history.newer')}
      </Button>
      <Button size="small" disabledFocusable={page + 1 >= pages} onClick={() => onPage(page + 1)}>
        {t('history.older')}
      </Button>
    </div>
  );
};
