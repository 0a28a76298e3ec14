import { Link, makeStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { FailureBar } from '../../../controls/FailureBar.tsx';
import { formatRoute } from '../../../shell/route.ts';
import { asFailure } from '../../../texts/asFailure.ts';
import { ConflictChoice } from './ConflictChoice.tsx';
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
          <ConflictChoice
            since={source.revision}
            isAbout={isAbout}
            onKeepMine={() => keepMine(failure.data.revision)}
            onTakeTheirs={discard}
          />
        )}
        {failure.code === 'VAULT_LOCKED' && (
          <Link href={formatRoute({ area: 'security' })}>{t('openSecurity')}</Link>
        )}
      </FailureBar>
    </div>
  );
};
