import type { MailForm } from './mailForm.ts';
import type { SignInForm, SignInPlace } from './signIn/signInForm.ts';

/** Where the form keeps a value of the contract under another path, below a sign-in. */
const below = ({ client }: SignInForm, path: string): string => {
  if (path === 'client.place.provider') return 'mode';
  const isKey = client.proof.kind === 'certificate' && /^client\.proof\.secret(?:\.|$)/.test(path);
  return isKey ? path.replace('client.proof.secret', 'client.proof.key') : path;
};

const inSignIn = (form: SignInForm, place: SignInPlace, path: string): string =>
  `${place}.${below(form, path.slice(place.length + 1))}`;

/** The field of the form that holds what the contract has at `path`; steps are joined by dots. */
export const fieldOfPath = (form: Pick<MailForm, 'authentication' | 'arrival'>, path: string): string => {
  if (path.startsWith('authentication.')) return inSignIn(form.authentication, 'authentication', path);
  return path.startsWith('arrival.authentication.')
    ? inSignIn(form.arrival.authentication, 'arrival.authentication', path)
    : path;
};
