import { Button, makeStyles, Subtitle1, tokens } from '@fluentui/react-components';
import { Edit16Regular } from '@fluentui/react-icons/svg/edit';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

const useStyles = makeStyles({
  head: {
    display: 'flex',
    flexShrink: 0,
    alignItems: 'start',
    gap: tokens.spacingHorizontalS,
    minHeight: '32px',
    paddingBlockEnd: tokens.spacingVerticalS,
  },
  identity: {
    display: 'flex',
    flexWrap: 'wrap',
    flexGrow: 1,
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    minWidth: 0,
    fontSize: tokens.fontSizeBase200,
  },
  name: { overflowWrap: 'anywhere' },
  actions: { display: 'flex', flexShrink: 0, gap: tokens.spacingHorizontalXS },
  narrow: { '@media (min-width: 1100px)': { display: 'none' } },
});

type EditorHeaderProps = {
  title: string;
  /** How the values stand, and where they belong. */
  state: ReactNode;
  /** Given where they can be edited now. */
  onEdit: (() => void) | null;
  /** Opens the proof where it is a drawer. */
  onShowProof: () => void;
  /** What can be done with them as a whole. */
  menu?: ReactNode;
};

/** Which values these are, how they stand, and what can be done with them as a whole. */
export const EditorHeader = ({ title, state, onEdit, onShowProof, menu }: EditorHeaderProps) => {
  const { t } = useTranslation(['editor', 'proof']);
  const styles = useStyles();
  return (
    <div className={styles.head}>
      <div className={styles.identity}>
        <Subtitle1 as="h2" className={styles.name}>
          {title}
        </Subtitle1>
        {state}
      </div>
      <div className={styles.actions}>
        <Button className={styles.narrow} size="small" onClick={onShowProof}>
          {t('proof:title')}
        </Button>
        {onEdit && (
          <Button size="small" icon={<Edit16Regular />} data-edit onClick={onEdit}>
            {t('edit')}
          </Button>
        )}
        {menu}
      </div>
    </div>
  );
};
