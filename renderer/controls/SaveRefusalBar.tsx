import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { asFailure } from '../texts/asFailure.ts';
import { RefusalBar } from './RefusalBar.tsx';

const useStyles = makeStyles({
  choice: {
    ...{ display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
    paddingBlock: tokens.spacingVerticalXS,
  },
});

type SaveRefusalBarProps = {
  error: unknown;
  /** Saves on top of the revision that somebody else saved. */
  onSaveMine: (theirs: number) => void;
  onTakeTheirs: () => void;
};

/** Why saving was refused; where somebody else saved first, the person decides whose values hold. */
export const SaveRefusalBar = ({ error, onSaveMine, onTakeTheirs }: SaveRefusalBarProps) => {
  const { t } = useTranslation('editor');
  const styles = useStyles();
  const failure = error ? asFailure(error) : null;
  return (
    <RefusalBar error={error}>
      {failure?.code === 'CONFLICT' && (
        <div className={styles.choice}>
          <Button size="small" onClick={() => onSaveMine(failure.data.revision)}>
            {t('conflict.saveMine')}
          </Button>
          <Button size="small" onClick={onTakeTheirs}>
            {t('conflict.takeTheirs')}
          </Button>
        </div>
      )}
    </RefusalBar>
  );
};
