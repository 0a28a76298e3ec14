import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { RehearsalProblem } from '../../../electron/contract/notices/rehearsal.ts';
import { Announcement } from '../../controls/Announcement.tsx';
import { StateBadge } from '../../controls/StateBadge.tsx';
import { ProofAnnouncer } from '../proof/ProofAnnouncer.tsx';
import { ProofDetails } from '../proof/ProofDetails.tsx';
import { endOf, type RehearsalRun, rehearsalTones } from './rehearsalRun.ts';
import { useUnusableProfileText } from './useUnusableProfileText.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalXS },
  subject: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
});

/** What a finding offers to change is changed on the Mail page. */
const noChanges = { allowed: false, isMade: () => false, make: () => undefined };

const useProblemText = (): ((problem: RehearsalProblem) => string) => {
  const { t } = useTranslation('notices');
  const unusableText = useUnusableProfileText();
  return (problem) => {
    if (problem.code === 'profileUnusable') return unusableText(problem.failure);
    const { code, ...parameters } = problem;
    return t(`problems.${code}`, parameters);
  };
};

/** The steps of a rehearsal as they are done, and the mail on its way as a proof shows it. */
export const RehearsalSteps = ({ run }: { run: RehearsalRun }) => {
  const { t } = useTranslation('notices');
  const styles = useStyles();
  const problemText = useProblemText();
  const { results, delivery } = run;
  const end = endOf(run);
  const endText = end ? t(`rehearsal.ends.${end}`) : '';
  return (
    <>
      <ol className={styles.list} aria-label={t('rehearsal.steps')}>
        {results.map(({ step, subject, problem }) => (
          <li key={step}>
            <StateBadge tone={problem ? 'bad' : 'good'}>
              {t(`steps.${step}`)} <Text className={styles.subject}>{subject}</Text>
            </StateBadge>
            {problem && <div>{problemText(problem)}</div>}
          </li>
        ))}
      </ol>
      <ProofAnnouncer run={delivery} />
      {delivery && <ProofDetails key={delivery.proofId} run={delivery} changes={noChanges} />}
      {end && (
        <StateBadge tone={rehearsalTones[end]}>
          <Text weight="semibold">{endText}</Text>
        </StateBadge>
      )}
      <Announcement text={endText} />
    </>
  );
};
