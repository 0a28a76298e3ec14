import type { z } from 'zod';
import { type ClientSecretName, mapClient } from '../oauth/mapClient.ts';
import type { authenticationOf, signInOf, tokenSignInOf } from './authentication.ts';
import type { profileValuesOf } from './profile.ts';

/** A profile's values around any shape of its secrets: written, viewed or stored. */
export type ProfileValues<Secret> = z.infer<ReturnType<typeof profileValuesOf<z.ZodType<Secret>>>>;
/** A way to sign in, or none, around any shape of its secrets. */
export type Authentication<Secret> = z.infer<ReturnType<typeof authenticationOf<z.ZodType<Secret>>>>;
export type SignIn<Secret> = z.infer<ReturnType<typeof signInOf<z.ZodType<Secret>>>>;
export type TokenSignIn<Secret> = z.infer<ReturnType<typeof tokenSignInOf<z.ZodType<Secret>>>>;

/** The places of a profile that hold a secret: those of its own sign-in, and those of the mailbox that a proof looks into. */
export const secretSlots = ['password', 'clientSecret', 'arrivalPassword', 'arrivalClientSecret'] as const;
export type SecretSlot = (typeof secretSlots)[number];

const arrivalSlots = { password: 'arrivalPassword', clientSecret: 'arrivalClientSecret' } as const;

type Replace<From, To> = (secret: From, name: ClientSecretName) => To;

const mapTokenSignIn = <From, To>(
  signIn: TokenSignIn<From>,
  replace: Replace<From, To>,
): TokenSignIn<To> => ({ ...signIn, client: mapClient(signIn.client, replace) });

const mapSignIn = <From, To>(signIn: SignIn<From>, replace: Replace<From, To>): SignIn<To> => {
  if (signIn.mode === 'kerberos') return signIn;
  if (signIn.mode === 'oauth2') return mapTokenSignIn(signIn, replace);
  return { ...signIn, password: replace(signIn.password, 'password') };
};

/** The same values with each secret replaced by what `replace` gives for it. */
export const mapSecrets = <From, To>(
  values: ProfileValues<From>,
  replace: (secret: From, slot: SecretSlot) => To,
): ProfileValues<To> => {
  switch (values.kind) {
    case 'smtp': {
      const { authentication, arrival } = values;
      return {
        ...values,
        authentication: authentication.mode === 'none' ? authentication : mapSignIn(authentication, replace),
        arrival: arrival && {
          ...arrival,
          authentication: mapSignIn(arrival.authentication, (secret, name) =>
            replace(secret, arrivalSlots[name]),
          ),
        },
      };
    }
    case 'microsoft365':
      return { ...values, authentication: mapTokenSignIn(values.authentication, replace) };
    case 'exchange':
      return { ...values, authentication: mapSignIn(values.authentication, replace) };
    default:
      return values;
  }
};
