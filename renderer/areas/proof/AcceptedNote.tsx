import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { acceptedMessage } from '../../../electron/contract/proof/acceptedMessage.ts';
import type { ProofRun } from './proofRun.ts';
import { ReplyLines } from './ReplyLines.tsx';

const useStyles = makeStyles({
  note: {
    paddingBlockEnd: tokens.spacingVerticalXS,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
});

/** To whom the message went and what the server answered at the end, with the ID to trace it by. */
export const AcceptedNote = ({ run }: { run: ProofRun }) => {
  const { t } = useTranslation('proof');
  const styles = useStyles();
  const accepted = acceptedMessage(run.stages.flatMap(({ result }) => result ?? []));
  return (
    accepted && (
      <div className={styles.note}>
        {t('accepted', { recipient: accepted.recipient })}
        <ReplyLines reply={accepted.reply} />
      </div>
    )
  );
};
