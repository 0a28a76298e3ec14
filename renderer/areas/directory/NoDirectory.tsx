import { Button, makeStyles, Subtitle1, Text, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../shell/useSession.ts';

const useStyles = makeStyles({
  page: {
    display: 'grid',
    justifyItems: 'start',
    gap: tokens.spacingVerticalM,
    maxWidth: '720px',
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  steps: { display: 'grid', gap: tokens.spacingVerticalXS, margin: 0, paddingInlineStart: '20px' },
});

type NoDirectoryProps = {
  /** The domain of this machine, where it has one. */
  domain: string | null;
  onBegin: () => void;
};

/** Before a directory is set: what it is for, and what to do first. */
export const NoDirectory = ({ domain, onBegin }: NoDirectoryProps) => {
  const { t } = useTranslation('directory');
  const styles = useStyles();
  const mayEdit = useMay('directory.edit');
  return (
    <section className={styles.page} aria-labelledby="no-directory-title">
      <Subtitle1 as="h2" id="no-directory-title">
        {t('nothing.title')}
      </Subtitle1>
      <Text>{t('nothing.purpose')}</Text>
      <ol className={styles.steps}>
        <li>{domain === null ? t('nothing.domain') : t('nothing.foundDomain', { domain })}</li>
        <li>{t('nothing.proof')}</li>
        <li>{t('nothing.people')}</li>
      </ol>
      <Text size={200}>{t('nothing.readsOnly')}</Text>
      {mayEdit ? (
        <Button appearance="primary" onClick={onBegin}>
          {t('nothing.begin')}
        </Button>
      ) : (
        <Text>{t('nothing.mayNot')}</Text>
      )}
    </section>
  );
};
