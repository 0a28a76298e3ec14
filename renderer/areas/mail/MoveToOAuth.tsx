import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { EndingCode } from '../../../electron/contract/mail/radar.ts';
import { firstToFill } from './form/firstToFill.ts';
import type { MailForm } from './form/mailForm.ts';
import { moveToOAuth } from './form/moveToOAuth.ts';
import { goalOf, type OAuthMove } from './form/oauthMoves.ts';
import { type Kept, MoveToOAuthDialog } from './MoveToOAuthDialog.tsx';
import { useMailValue } from './useMailValue.ts';

/** Opens the form with other values than those that are stored, at one of its fields. */
export type BeginMove = (form: MailForm, field: string) => void;

type MoveToOAuthProps = {
  kept: Kept;
  ending: EndingCode;
  onBegin: BeginMove;
};

/** Offers the way from what ends to a sign-in with a token; nothing where that does not help. */
export const MoveToOAuth = ({ kept, ending, onBegin }: MoveToOAuthProps) => {
  const { t } = useTranslation('radar');
  const { getValues } = useFormContext<MailForm>();
  const [isOpen, setOpen] = useState(false);
  const goal = useMailValue((form) => goalOf(form, ending));
  if (goal === null) return null;
  const begin = (move: OAuthMove) => {
    setOpen(false);
    const moved = moveToOAuth(getValues(), ending, move);
    onBegin(moved.form, firstToFill(moved));
  };
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t(`move.open.${goal}`)}
      </Button>
      {isOpen && (
        <MoveToOAuthDialog
          {...{ kept, ending, goal }}
          form={getValues()}
          onBegin={begin}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
};
