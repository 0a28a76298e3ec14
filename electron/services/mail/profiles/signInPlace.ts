import { hostOfUrl } from '../../../contract/mail/canonicalHost.ts';
import type { ProfileValues, SecretSlot, SignIn } from '../../../contract/mail/mapSecrets.ts';
import { isOfPerson } from '../../oauth/clientDigest.ts';
import type { MailServer } from './mailTarget.ts';

/** One way to sign in of a profile: to which server, and where it lies in the values. */
export type SignInPlace<Secret> = {
  signIn: SignIn<Secret>;
  server: MailServer;
  path: string[];
  slots: { password: SecretSlot; clientSecret: SecretSlot };
};

const own = { password: 'password', clientSecret: 'clientSecret' } as const;
const ofArrival = { password: 'arrivalPassword', clientSecret: 'arrivalClientSecret' } as const;

/** The server behind an address of HTTPS. */
export const webServer = (protocol: 'ews' | 'graph', url: string): MailServer => ({
  ...{ protocol, host: hostOfUrl(url), encryption: 'tls' },
  port: Number(URL.parse(url)?.port || 443),
});

/** True where a token stands in place of a password. */
export const takesToken = ({ signIn }: SignInPlace<unknown>): boolean => signIn.mode === 'oauth2';

/** True where a person signs in, whose sign-in is kept. */
export const isSignInOfPerson = ({ signIn }: SignInPlace<unknown>): boolean =>
  signIn.mode === 'oauth2' && isOfPerson(signIn.client.grant.flow);

/** Every way to sign in that these values have. */
export const signInPlaces = <Secret>(values: ProfileValues<Secret>): SignInPlace<Secret>[] => {
  const path = ['authentication'];
  switch (values.kind) {
    case 'smtp': {
      const { authentication: signIn, arrival, host, port, encryption } = values;
      const server = { protocol: 'smtp', host, port, encryption } as const;
      return [
        ...(signIn.mode === 'none' ? [] : [{ signIn, server, path, slots: own }]),
        ...(arrival === null
          ? []
          : [
              {
                ...{ signIn: arrival.authentication, server: arrival, slots: ofArrival },
                path: ['arrival', ...path],
              },
            ]),
      ];
    }
    case 'exchange':
      return [{ signIn: values.authentication, server: webServer('ews', values.url), path, slots: own }];
    case 'microsoft365':
      return [{ signIn: values.authentication, server: webServer('graph', ''), path, slots: own }];
    default:
      return [];
  }
};
