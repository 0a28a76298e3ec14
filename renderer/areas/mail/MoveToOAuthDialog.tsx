import { Body1, Field, Radio, RadioGroup } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionDialog } from '../../controls/ActionDialog.tsx';
import type { MailForm } from './form/mailForm.ts';
import { goalOf, movedPlace, moveToOAuth, type OAuthMove, oauthMoves } from './form/moveToOAuth.ts';
import { MoveToOAuthSteps } from './MoveToOAuthSteps.tsx';

type MoveToOAuthDialogProps = {
  /** Where the profile can go, the advised way first. */
  moves: readonly OAuthMove[];
  /** What is in force. */
  form: MailForm;
  onBegin: (move: OAuthMove) => void;
  onClose: () => void;
};

/** What a move to OAuth takes and who does it, before it begins; what is in force stays until a proof has passed. */
export const MoveToOAuthDialog = ({ moves, form, onBegin, onClose }: MoveToOAuthDialogProps) => {
  const { t } = useTranslation('radar');
  const [chosen, setChosen] = useState(moves[0]);
  if (chosen === undefined) return null;
  return (
    <ActionDialog
      wide
      title={t(`move.title.${goalOf(moves)}`, { name: form.name })}
      action={t('move.begin')}
      isBusy={false}
      failure={null}
      onSubmit={() => onBegin(chosen)}
      onClose={onClose}
    >
      {moves.length > 1 && (
        <Field label={t('move.where')}>
          <RadioGroup
            value={chosen}
            onChange={(_, { value }) => setChosen(oauthMoves.find((move) => move === value) ?? chosen)}
          >
            {moves.map((move) => (
              <Radio key={move} value={move} label={t(`move.ways.${move}`)} />
            ))}
          </RadioGroup>
        </Field>
      )}
      <MoveToOAuthSteps move={chosen} form={moveToOAuth(form, chosen)} place={movedPlace(form, chosen)} />
      <Body1>{t('move.safe')}</Body1>
    </ActionDialog>
  );
};
