import { makeStyles, Subtitle1, Subtitle2, Text, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { navigate } from '../../shell/RouteContext.ts';
import { useSession } from '../../shell/useSession.ts';
import { AdministratorForm } from '../session/AdministratorForm.tsx';
import { leaveFirstStart } from './firstStartChoice.ts';
import { OfferCard } from './OfferCard.tsx';
import { ProfileOffers } from './ProfileOffers.tsx';
import type { BeginProfile } from './useNewProfiles.ts';

const useStyles = makeStyles({
  page: {
    height: '100%',
    overflowY: 'auto',
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  steps: {
    display: 'grid',
    gap: tokens.spacingVerticalM,
    maxWidth: '860px',
    marginInline: 'auto',
    padding: tokens.spacingHorizontalL,
  },
  step: { display: 'grid', gap: tokens.spacingVerticalXS, justifyItems: 'start' },
  offers: { width: '100%' },
});

type FirstStartProps = { mailboxId: string; onBegin: BeginProfile };

/** The first page: who is the administrator, where does mail go, prove it. It can be left at any time. */
export const FirstStart = ({ mailboxId, onBegin }: FirstStartProps) => {
  const { t } = useTranslation('mail');
  const styles = useStyles();
  const session = useSession().data;
  const isStarting = session?.state === 'starting';
  return (
    <div className={styles.page}>
      <div className={styles.steps}>
        <Subtitle1 as="h1">{t('first.title')}</Subtitle1>
        <section className={styles.step}>
          <Subtitle2 as="h2">{t('first.who.title')}</Subtitle2>
          <Text>{t(isStarting ? 'first.who.text' : 'first.who.done', { user: session?.user ?? '' })}</Text>
          {isStarting && <AdministratorForm />}
        </section>
        <section className={styles.step}>
          <Subtitle2 as="h2">{t('first.where.title')}</Subtitle2>
          <div className={styles.offers}>
            <ProfileOffers kinds={['microsoft365', 'exchange', 'smtp', 'pickup']} onBegin={onBegin}>
              <OfferCard
                title={t('first.where.notNow')}
                text={t('kinds.capture.help')}
                onChoose={() => {
                  leaveFirstStart();
                  navigate({ area: 'mail', id: mailboxId });
                }}
              />
            </ProfileOffers>
          </div>
        </section>
        <section className={styles.step}>
          <Subtitle2 as="h2">{t('first.prove.title')}</Subtitle2>
          <Text>{t('first.prove.text')}</Text>
        </section>
      </div>
    </div>
  );
};
