import { makeStyles, MessageBar, MessageBarBody, MessageBarTitle, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { KeepFrom } from '../../../electron/contract/mail/mail.contract.ts';
import type { ProfileSummary } from '../../../electron/contract/mail/profile.ts';
import type { Ending } from '../../../electron/contract/mail/radar.ts';
import { Disclosure } from '../../controls/Disclosure.tsx';
import { exactDay, noonOf } from '../../texts/moments.ts';
import { useLanguage } from '../../texts/useLanguage.ts';
import { useEndings } from './mailQueries.ts';
import type { Kept } from './MoveToOAuthDialog.tsx';
import { type BeginMove, MoveToOAuth } from './MoveToOAuth.tsx';
import { nextPhase, todayText } from './nextPhase.ts';

const useStyles = makeStyles({
  body: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  text: { margin: 0 },
  phases: { margin: 0, paddingInlineStart: '16px' },
});

type EndingsBarProps = {
  profile: Pick<ProfileSummary, 'id' | 'hasDraft'>;
  /** What is read of it: what is in force, or its draft. */
  side: KeepFrom;
  /** Begins a move away from what ends; null: not for this person. */
  onMove: BeginMove | null;
};

/** What ends of what a profile uses, when, and what to use instead (REQUIREMENTS N12); nothing where nothing does. */
export const EndingsBar = ({ profile: { id, hasDraft }, side, onMove }: EndingsBarProps) => {
  const { data } = useEndings();
  const concerned = data?.profiles.find(({ profileId }) => profileId === id);
  const endings = side === 'active' ? concerned?.endings : concerned?.draft;
  const kept = side === 'active' && hasDraft ? 'activeWithDraft' : side;
  return endings?.map((ending) => <EndingBar key={ending.code} {...{ ending, kept, onMove }} />);
};

type EndingBarProps = Pick<EndingsBarProps, 'onMove'> & { ending: Ending; kept: Kept };

const EndingBar = ({ ending, kept, onMove }: EndingBarProps) => {
  const { t } = useTranslation('radar');
  const styles = useStyles();
  const language = useLanguage();
  const { code, state, phases, source, checkedOn } = ending;
  const dayText = (day: string): string => exactDay(noonOf(day), language);
  const phaseText = (phase: Ending['phases'][number]) => ({
    day: dayText(phase.on),
    phase: t(`phases.${phase.code}`),
  });
  const title = t(`endings.${code}.title`);
  const instead = t(`endings.${code}.instead`);
  const next = nextPhase(ending, todayText());
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody className={styles.body}>
        <MessageBarTitle>{t('line', { state: t(`states.${state}`), title })}</MessageBarTitle>
        <p className={styles.text}>{next ? t('next', { ...phaseText(next), instead }) : instead}</p>
        {onMove && <MoveToOAuth {...{ kept, ending: code, onBegin: onMove }} />}
        <Disclosure title={t('why')}>
          <p className={styles.text}>{t(`endings.${code}.what`)}</p>
          <ul className={styles.phases}>
            {phases.map((phase) => (
              <li key={phase.code}>{t('phase', phaseText(phase))}</li>
            ))}
          </ul>
          <p className={styles.text}>{t('source', { source })}</p>
          <p className={styles.text}>{t('checkedOn', { day: dayText(checkedOn) })}</p>
        </Disclosure>
      </MessageBarBody>
    </MessageBar>
  );
};
