import type { Session } from '../../../electron/contract/session/session.contract.ts';
import { useState } from 'react';
import type { ResetLink } from '../../api/resetLink.ts';
import { ForgottenPasswordForm } from './ForgottenPasswordForm.tsx';
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

type Step = 'signIn' | 'forgotten' | 'reset';

/** The ways in for somebody who is signed out or has to replace the password first. */
export const EntrancePages = ({ session, resetLink, onLinkDone }: EntrancePagesProps) => {
  const [step, setStep] = useState<Step>(resetLink ? 'reset' : 'signIn');
  const [hasNewPassword, setNewPassword] = useState(false);
  const [link, setLink] = useState(resetLink);
  const signIn = () => {
    setLink(null);
    setStep('signIn');
    onLinkDone();
  };
  if (step === 'forgotten') return <ForgottenPasswordForm onSent={() => setStep('reset')} onBack={signIn} />;
  if (step === 'reset') {
    const finish = () => {
      setNewPassword(true);
      signIn();
    };
    return <ResetPasswordForm link={link} onDone={finish} onBack={signIn} />;
  }
  if (session.state === 'mustChangePassword') return <ReplacePasswordForm user={session.user} />;
  return (
    <SignInForm end={session.end} hasNewPassword={hasNewPassword} onForgotten={() => setStep('forgotten')} />
  );
};
