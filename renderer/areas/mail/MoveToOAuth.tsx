import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { KeepFrom } from '../../../electron/contract/mail/mail.contract.ts';
import type { EndingCode } from '../../../electron/contract/mail/radar.ts';
import type { MailForm } from './form/mailForm.ts';
import { firstToFill, goalOf, movedPlace, movesFor, moveToOAuth } from './form/moveToOAuth.ts';
import { MoveToOAuthDialog } from './MoveToOAuthDialog.tsx';
import { useMailValue } from './useMailValue.ts';

/** Opens the form with other values than those that are stored, at one of its fields. */
export type BeginMove = (form: MailForm, field: string) => void;

type MoveToOAuthProps = {
  /** What of the profile is moved. */
  side: KeepFrom;
  ending: EndingCode;
  onBegin: BeginMove;
};

/** Offers the way from what ends to a sign-in with a token; nothing where that does not help. */
export const MoveToOAuth = ({ side, ending, onBegin }: MoveToOAuthProps) => {
  const { t } = useTranslation('radar');
  const { getValues } = useFormContext<MailForm>();
  const [isOpen, setOpen] = useState(false);
  const moves = useMailValue((form) => movesFor(form, ending));
  if (moves.length === 0) return null;
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t(`move.open.${goalOf(moves)}`)}
      </Button>
      {isOpen && (
        <MoveToOAuthDialog
          side={side}
          moves={moves}
          form={getValues()}
          onBegin={(move) => {
            setOpen(false);
            const form = getValues();
            const moved = moveToOAuth(form, move);
            onBegin(moved, firstToFill(moved, movedPlace(form, move)));
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
};
