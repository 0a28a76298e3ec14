import { makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../controls/CopyButton.tsx';
import { FailureBar } from '../../controls/FailureBar.tsx';
import { useMessageSource } from './mailboxQueries.ts';

const useStyles = makeStyles({
  row: { display: 'flex', alignItems: 'start', gap: tokens.spacingHorizontalS },
  source: {
    flexGrow: 1,
    minWidth: 0,
    margin: 0,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

/** The message as it was sent, byte for byte as far as a page can show it. */
export const SourceView = ({ id }: { id: string }) => {
  const { t } = useTranslation('mailbox');
  const styles = useStyles();
  const { data, error } = useMessageSource(id);
  if (error) return <FailureBar error={error} />;
  if (!data) return <Spinner label={t('reader.loading')} />;
  return (
    <div className={styles.row}>
      <pre className={styles.source}>{data.source}</pre>
      <CopyButton text={data.source} what={t('reader.view.source')} />
    </div>
  );
};
