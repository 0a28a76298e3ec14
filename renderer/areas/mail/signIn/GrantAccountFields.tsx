import { SecretControl } from '../../../controls/SecretControl.tsx';
import { SourcedTextControl } from '../../../controls/SourcedTextControl.tsx';
import type { SignInPlace } from '../form/signIn/signInForm.ts';
import { useMailField } from '../useMailField.ts';

/** The account whose name and password are handed to the provider (ROPC, RFC 6749 4.3). */
export const GrantAccountFields = ({ place }: { place: SignInPlace }) => {
  const field = useMailField();
  return (
    <>
      <SourcedTextControl {...field(`${place}.client.grant.userName`, true)} />
      <SecretControl {...field(`${place}.client.grant.password`, true)} />
    </>
  );
};
