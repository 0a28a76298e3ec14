import { makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeepFrom } from '../../../../electron/contract/mail/mail.contract.ts';

const useStyles = makeStyles({
  tabs: { flexShrink: 0 },
  bars: { flexShrink: 0, paddingBlockEnd: tokens.spacingVerticalS, ':empty': { display: 'none' } },
});

type SideTabsProps = {
  stored: { values: unknown; draft: unknown };
  side: KeepFrom;
  onShowSide: (side: KeepFrom) => void;
  /** What is to be known and done about the side that is read. */
  children: ReactNode;
};

/** Which side of stored values is read: what is in force, or the draft beside it. */
export const SideTabs = ({ stored, side, onShowSide, children }: SideTabsProps) => {
  const { t } = useTranslation('editor');
  const styles = useStyles();
  return (
    <>
      {stored.values !== null && stored.draft !== null && (
        <TabList
          className={styles.tabs}
          size="small"
          selectedValue={side}
          onTabSelect={(_, { value }) => onShowSide(value === 'draft' ? 'draft' : 'active')}
        >
          <Tab value="active">{t('sides.active')}</Tab>
          <Tab value="draft">{t('sides.draft')}</Tab>
        </TabList>
      )}
      <div className={styles.bars}>{children}</div>
    </>
  );
};
