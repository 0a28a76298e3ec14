import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { ConflictDetails, type ConflictDetailsProps } from './ConflictDetails.tsx';

const useStyles = makeStyles({
  choice: {
    ...{ display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
    paddingBlockStart: tokens.spacingVerticalS,
  },
});

type ConflictChoiceProps = ConflictDetailsProps & { onKeepMine: () => void; onTakeTheirs: () => void };

/** What somebody else saved meanwhile, and the question whose values are to hold. */
export const ConflictChoice = ({ onKeepMine, onTakeTheirs, ...theirs }: ConflictChoiceProps) => {
  const { t } = useTranslation('editor');
  return (
    <>
      <ConflictDetails {...theirs} />
      <div className={useStyles().choice}>
        <Button size="small" onClick={onKeepMine}>
          {t('conflict.keepMine')}
        </Button>
        <Button size="small" onClick={onTakeTheirs}>
          {t('conflict.takeTheirs')}
        </Button>
      </div>
    </>
  );
};
