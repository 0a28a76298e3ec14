import { Body1, Field, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionDialog } from '../../controls/ActionDialog.tsx';
import type { KeepFrom } from '../../../electron/contract/mail/mail.contract.ts';
import type { EndingCode } from '../../../electron/contract/mail/radar.ts';
import type { MailForm } from './form/mailForm.ts';
import { moveToOAuth } from './form/moveToOAuth.ts';
import { changesOf } from './form/moveSteps.ts';
import { type Goal, movesFor, type OAuthMove, oauthMoves } from './form/oauthMoves.ts';
import { MoveToOAuthSteps } from './MoveToOAuthSteps.tsx';

/** What is moved, and what lies beside it: what is in force, perhaps with a draft, or the draft. */
export type Kept = KeepFrom | 'activeWithDraft';

const useStyles = makeStyles({
  /** Fluent shows what is not chosen almost as grey as what cannot be chosen. */
  way: { color: tokens.colorNeutralForeground1 },
});

type MoveToOAuthDialogProps = {
  ending: EndingCode;
  /** What the move is called after. */
  goal: Goal;
  kept: Kept;
  /** What is stored of that. */
  form: MailForm;
  onBegin: (move: OAuthMove) => void;
  onClose: () => void;
};

/** What a move to OAuth takes and who does it, before it begins, and what becomes of what is stored. */
export const MoveToOAuthDialog = (props: MoveToOAuthDialogProps) => {
  const { kept, ending, goal, form, onBegin, onClose } = props;
  const { t } = useTranslation('radar');
  const styles = useStyles();
  const moves = movesFor(form, ending);
  const [chosen, setChosen] = useState(moves[0]);
  if (chosen === undefined) return null;
  const moved = moveToOAuth(form, ending, chosen);
  return (
    <ActionDialog
      wide
      title={t(`move.title.${goal}`, { name: form.name })}
      action={t('move.begin')}
      isBusy={false}
      failure={null}
      onSubmit={() => onBegin(chosen)}
      onClose={onClose}
    >
      {moves.length > 1 && (
        <Field label={t(goal === 'mailbox' ? 'move.whose' : 'move.where')}>
          <RadioGroup
            value={chosen}
            onChange={(_, { value }) => setChosen(oauthMoves.find((move) => move === value) ?? chosen)}
          >
            {moves.map((move) => (
              <Radio
                key={move}
                value={move}
                label={<span className={styles.way}>{t(`move.ways.${move}`)}</span>}
              />
            ))}
          </RadioGroup>
        </Field>
      )}
      {changesOf(form, moved).map((change) => (
        <Body1 key={JSON.stringify(change)}>{t(`move.changes.${change.code}`, change)}</Body1>
      ))}
      <MoveToOAuthSteps move={chosen} {...{ before: form, moved }} />
      <Body1>{t(`move.safe.${kept}`)}</Body1>
    </ActionDialog>
  );
};
