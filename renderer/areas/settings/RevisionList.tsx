import { List, ListItem, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { ListedRevision } from '../../../electron/contract/settings/settings.contract.ts';
import { NearTime } from '../../controls/NearTime.tsx';
import { useSaveName } from './useSaveName.ts';

const useStyles = makeStyles({
  item: {
    display: 'block',
    padding: tokens.spacingHorizontalS,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    '&[aria-selected=true]': {
      backgroundColor: tokens.colorNeutralBackground1Selected,
      boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandStroke}`,
      '@media (forced-colors: active)': { outline: '2px solid Highlight', outlineOffset: '-2px' },
    },
  },
  line: { display: 'block', color: tokens.colorNeutralForeground2 },
});

type RevisionListProps = {
  revisions: readonly ListedRevision[];
  shown: number;
  onShow: (revision: number) => void;
};

/** The saves, newest first; arrows move, Enter or Space shows. */
export const RevisionList = ({ revisions, shown, onShow }: RevisionListProps) => {
  const { t } = useTranslation('settings');
  const styles = useStyles();
  const saveName = useSaveName();
  return (
    <List
      selectionMode="single"
      navigationMode="items"
      aria-label={t('history.list')}
      selectedItems={[shown]}
      onSelectionChange={(_, { selectedItems }) => selectedItems.forEach((item) => onShow(Number(item)))}
    >
      {revisions.map((saved) => {
        const { revision, at, by, changes, hiddenChanges } = saved;
        const { action, subjects } = saveName(saved);
        return (
          <ListItem key={revision} value={revision} checkmark={null} className={styles.item}>
            <Text weight="semibold">{action}</Text>
            <Text className={styles.line}>{subjects}</Text>
            <Text size={200} className={styles.line}>
              <NearTime moment={at} focusable={false} /> · {by}
            </Text>
            <Text size={200} className={styles.line}>
              {t('history.number', { revision })} ·{' '}
              {t('history.changeCount', { count: changes.length + hiddenChanges })}
            </Text>
          </ListItem>
        );
      })}
    </List>
  );
};
