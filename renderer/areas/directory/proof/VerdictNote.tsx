import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../texts/useLanguage.ts';
import type { ProofRun } from '../../proof/proofRun.ts';
import { type Verdict, verdictOf } from './verdict.ts';

const useStyles = makeStyles({
  note: { margin: 0, paddingBlockEnd: tokens.spacingVerticalS, overflowWrap: 'anywhere' },
});

/** Whether Active Directory can be used from here, through which controller, and what else is broken. */
export const VerdictNote = ({ run }: { run: ProofRun }) => {
  const { t } = useTranslation(['directory', 'proof']);
  const styles = useStyles();
  const language = useLanguage();
  const verdict = verdictOf(run);
  if (!verdict) return null;
  const { isUsable, through, failedAt, broken } = verdict;
  const listed = (items: readonly string[], type: 'conjunction' | 'unit'): string =>
    new Intl.ListFormat(language, { type }).format(items);
  const controllers = listed(through, 'conjunction');
  const brokenText = ({ controller, stages }: Verdict['broken'][number]): string => {
    const names = listed(
      stages.map((stage) => t(`proof:stages.${stage}`)),
      'unit',
    );
    return controller === null ? names : t('verdict.at', { controller, stages: names });
  };
  const first = isUsable
    ? t(`verdict.${through.length > 0 ? 'usableThrough' : 'usable'}`, { controllers })
    : t('verdict.unusable', { stage: failedAt === null ? '' : t(`proof:stages.${failedAt}`) });
  return (
    <p className={styles.note}>
      <Text weight="semibold">{first}</Text>
      {broken.length > 0 &&
        ` ${t('verdict.broken', { stages: listed(broken.map(brokenText), 'conjunction') })}`}
    </p>
  );
};
