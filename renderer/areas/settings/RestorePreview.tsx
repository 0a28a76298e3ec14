import { makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { ChangesTable } from './ChangesTable.tsx';
import { changesAnything, type RestorePreview as Preview } from './settingsQueries.ts';

const useStyles = makeStyles({
  preview: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  text: { margin: 0 },
});

/** What a restore would change, and what it would mean for the mail. */
export const RestorePreview = ({ preview }: { preview: Preview }) => {
  const { t } = useTranslation('settings');
  const styles = useStyles();
  const { revision, changes, hiddenChanges, mailWillStay } = preview;
  if (!changesAnything(preview)) return <p>{t('restore.nothing')}</p>;
  const losesSecret = changes.some(({ before, after }) => before === 'secret' && after === null);
  return (
    <div className={styles.preview}>
      {mailWillStay && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{t('restore.mailWillStay')}</MessageBarBody>
        </MessageBar>
      )}
      {losesSecret && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{t('restore.typeAgain')}</MessageBarBody>
        </MessageBar>
      )}
      <ChangesTable
        changes={changes}
        hidden={hiddenChanges}
        before={t('restore.now')}
        after={t('restore.then')}
      />
      <p className={styles.text}>{t('restore.consequence', { next: revision + 1 })}</p>
    </div>
  );
};
