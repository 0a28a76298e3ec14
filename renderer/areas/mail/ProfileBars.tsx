import { makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { ProfileDetails } from '../../../electron/contract/mail/profile.ts';
import { DefaultOffer } from './DefaultOffer.tsx';
import { DraftBar } from './DraftBar.tsx';
import type { ProfileSource } from './profileSource.ts';

const useStyles = makeStyles({
  tabs: { flexShrink: 0 },
  bars: { flexShrink: 0, paddingBlockEnd: tokens.spacingVerticalS, ':empty': { display: 'none' } },
});

type ProfileBarsProps = {
  details: ProfileDetails;
  side: ProfileSource['side'];
  onShowSide: (side: ProfileSource['side']) => void;
  onProve: () => void;
};

/** Which side of a stored profile is read, and what is to be known and done about it. */
export const ProfileBars = ({ details, side, onShowSide, onProve }: ProfileBarsProps) => {
  const { t } = useTranslation('mail');
  const styles = useStyles();
  const { summary, values, draft } = details;
  return (
    <>
      {values && draft && (
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
      <div className={styles.bars}>
        {side === 'active' ? (
          <DefaultOffer summary={summary} />
        ) : (
          <DraftBar
            summary={summary}
            besides={values !== null}
            onProve={onProve}
            onDiscard={() => onShowSide('active')}
          />
        )}
      </div>
    </>
  );
};
