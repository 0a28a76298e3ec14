import type { Preset } from '../../../../electron/contract/mail/preset.ts';
import type { SignInChoice } from './signIn/signInForm.ts';

const withToken = {
  google: 'google.oauthSteps',
  microsoft365: 'microsoft365.oauthSteps',
} as const satisfies Partial<Record<Preset['name'], string>>;

const hasOthers = (name: Preset['name']): name is keyof typeof withToken => name in withToken;

/** The key of what has to be done at a provider, one step a line, to sign in there in the way that is chosen now. */
export const presetSteps = ({ name, oauth }: Pick<Preset, 'name' | 'oauth'>, mode: SignInChoice) =>
  mode === oauth?.provider && hasOthers(name) ? withToken[name] : (`${name}.steps` as const);
