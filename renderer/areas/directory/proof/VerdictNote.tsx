import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../texts/useLanguage.ts';
import type { ProofRun } from '../../proof/proofRun.ts';
import type { LineName } from '../../proof/stageState.ts';
import { verdictOf } from './verdict.ts';

const useStyles = makeStyles({
  note: { paddingBlockEnd: tokens.spacingVerticalS, overflowWrap: 'anywhere' },
});

/** Whether Active Directory can be used from here, through which controller, and what else is broken. */
export const VerdictNote = ({ run }: { run: ProofRun }) => {
  const { t } = useTranslation(['directory', 'proof']);
  const styles = useStyles();
  const list = new Intl.ListFormat(useLanguage(), { type: 'conjunction' });
  const verdict = verdictOf(run);
  if (!verdict) return null;
  const { isUsable, through, failedAt, broken } = verdict;
  const nameOf = ({ stage, controller }: LineName): string =>
    controller === null
      ? t(`proof:stages.${stage}`)
      : t('verdict.at', { stage: t(`proof:stages.${stage}`), controller });
  const first = isUsable
    ? t(`verdict.${through.length > 0 ? 'usableThrough' : 'usable'}`, { controllers: list.format(through) })
    : t('verdict.unusable', { stage: failedAt === null ? '' : t(`proof:stages.${failedAt}`) });
  return (
    <Text as="p" block className={styles.note}>
      <Text weight="semibold">{first}</Text>
      {broken.length > 0 && ` ${t('verdict.broken', { stages: list.format(broken.map(nameOf)) })}`}
    </Text>
  );
};
