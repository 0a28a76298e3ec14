import { Button, Link, makeStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { FailureBar } from '../../../controls/FailureBar.tsx';
import { formatRoute } from '../../../shell/route.ts';
import { asFailure } from '../../../texts/asFailure.ts';
import { ConflictDetails } from './ConflictDetails.tsx';
import type { ProvenEditor } from './useProvenEditor.ts';

const useStyles = makeStyles({ failure: { flexShrink: 0 } });

type SaveFailureProps = {
  editor: ProvenEditor;
  /** Whether a conflict is about the setting with this key. */
  isAbout: (path: string) => boolean;
};

/** Why saving was refused, with the way out of it. */
export const SaveFailure = ({ editor, isAbout }: SaveFailureProps) => {
  const { t } = useTranslation('editor');
  const styles = useStyles();
  const { source, saveFailure, forgetSaveFailure, keepMine, discard } = editor;
  if (saveFailure === null) return null;
  const failure = asFailure(saveFailure);
  return (
    <div className={styles.failure}>
      <FailureBar error={saveFailure} onDismiss={forgetSaveFailure}>
        {failure.code === 'CONFLICT' && (
          <>
            <ConflictDetails since={source.revision} isAbout={isAbout} />
            <Button size="small" onClick={() => keepMine(failure.data.revision)}>
              {t('conflict.keepMine')}
            </Button>
            <Button size="small" onClick={discard}>
              {t('conflict.takeTheirs')}
            </Button>
          </>
        )}
        {failure.code === 'VAULT_LOCKED' && (
          <Link href={formatRoute({ area: 'security' })}>{t('openSecurity')}</Link>
        )}
      </FailureBar>
    </div>
  );
};
