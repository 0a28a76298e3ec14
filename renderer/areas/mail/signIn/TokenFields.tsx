import type { OAuthProvider } from '../../../../electron/contract/oauth/oauthClient.ts';
import { SourcedTextControl } from '../../../controls/SourcedTextControl.tsx';
import { TextControl } from '../../../controls/TextControl.tsx';
import { signInOf } from '../form/signInOf.ts';
import { flowOf, type SignInPlace } from '../form/signIn/signInForm.ts';
import { useMailField } from '../useMailField.ts';
import { useMailValue } from '../useMailValue.ts';
import { CloudFields } from './CloudFields.tsx';
import { FlowControl } from './FlowControl.tsx';
import { GrantAccountFields } from './GrantAccountFields.tsx';
import { OpenIdFields } from './OpenIdFields.tsx';
import { PermissionNote } from './PermissionNote.tsx';
import { ProofFields } from './ProofFields.tsx';
import { RedirectAddress } from './RedirectAddress.tsx';
import { TokenMailbox } from './TokenMailbox.tsx';

type TokenFieldsProps = { place: SignInPlace; provider: OAuthProvider };

/** The application that gets a token, and for whom (REQUIREMENTS A06, A08, A09). */
export const TokenFields = ({ place, provider }: TokenFieldsProps) => {
  const field = useMailField();
  const flow = useMailValue((form) => flowOf(signInOf(form, place).client));
  return (
    <>
      <TokenMailbox place={place} />
      {provider === 'microsoft' && <CloudFields place={place} />}
      {provider === 'openid' && <OpenIdFields place={place} />}
      <SourcedTextControl {...field(`${place}.client.clientId`, true)} />
      <FlowControl place={place} />
      <ProofFields place={place} />
      {flow === 'ropc' && <GrantAccountFields place={place} />}
      {flow === 'authorizationCode' && (
        <TextControl {...field(`${place}.client.grant.loginHint`)} wide="edited" />
      )}
      {flow === 'authorizationCode' && <RedirectAddress place={place} provider={provider} />}
      <PermissionNote place={place} />
    </>
  );
};
