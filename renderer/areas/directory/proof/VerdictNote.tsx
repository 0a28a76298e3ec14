import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { directoryVerdict } from '../../../../electron/contract/directory/directoryVerdict.ts';
import { directoryVerdictText } from '../../../../electron/contract/directory/directoryVerdictText.ts';
import { useLanguage } from '../../../texts/useLanguage.ts';
import { type ProofRun, resultsOf } from '../../proof/proofRun.ts';

const useStyles = makeStyles({
  note: { margin: 0, paddingBlockEnd: tokens.spacingVerticalS, overflowWrap: 'anywhere' },
});

/** Whether Active Directory can be used from here, through which controller, and what else is broken. */
export const VerdictNote = ({ run }: { run: ProofRun }) => {
  const { t } = useTranslation(['directory', 'proof']);
  const styles = useStyles();
  const language = useLanguage();
  const verdict = directoryVerdict(resultsOf(run), run.outcome);
  if (!verdict) return null;
  const { first, rest } = directoryVerdictText(
    verdict,
    (key, parameters) => t(key, { ...parameters }),
    language,
  );
  return (
    <p className={styles.note}>
      <Text weight="semibold">{first}</Text>
      {rest !== null && ` ${rest}`}
    </p>
  );
};
