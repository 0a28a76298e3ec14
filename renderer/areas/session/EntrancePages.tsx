import type { Session } from '../../../electron/contract/session/session.contract.ts';
import { useState } from 'react';
import type { ResetLink } from '../../api/resetLink.ts';
import { ForgottenPasswordForm } from './ForgottenPasswordForm.tsx';
import { RecoveryForm } from './RecoveryForm.tsx';
import { ReplacePasswordForm } from './ReplacePasswordForm.tsx';
import { ResetPasswordForm } from './ResetPasswordForm.tsx';
import { SignInForm } from './SignInForm.tsx';

type EntrancePagesProps = {
  session: Session;
  /** Of a mail by which the page was opened; null: of none. */
  resetLink: ResetLink | null;
  /** The link has done its part, or is given up. */
  onLinkDone: () => void;
};

type Step = 'signIn' | 'forgotten' | 'reset' | 'recovery';

/** The ways in for somebody who is signed out or has to replace the password first. */
export const EntrancePages = ({ session, resetLink, onLinkDone }: EntrancePagesProps) => {
  const [step, setStep] = useState<Step>(resetLink ? 'reset' : 'signIn');
  const [resetUser, setResetUser] = useState<string | null>(null);
  const [askedFor, setAskedFor] = useState<string | null>(null);
  const [link, setLink] = useState(resetLink);
  const signIn = () => {
    setLink(null);
    setStep('signIn');
    onLinkDone();
  };
  const finish = (user: string) => {
    setResetUser(user);
    signIn();
  };
  if (step === 'forgotten')
    return (
      <ForgottenPasswordForm
        onSent={(nameOrAddress) => {
          setAskedFor(nameOrAddress);
          setStep('reset');
        }}
        onHasCode={() => {
          setAskedFor(null);
          setStep('reset');
        }}
        onUseRecoveryKey={session.startedProgram ? () => setStep('recovery') : null}
        onBack={signIn}
      />
    );
  if (step === 'reset')
    return <ResetPasswordForm link={link} askedFor={askedFor} onDone={finish} onBack={signIn} />;
  if (step === 'recovery') return <RecoveryForm onDone={finish} onBack={signIn} />;
  if (session.state === 'mustChangePassword') return <ReplacePasswordForm user={session.user} />;
  return <SignInForm end={session.end} resetUser={resetUser} onForgotten={() => setStep('forgotten')} />;
};
