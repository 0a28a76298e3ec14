import type { PasswordView, PasswordWrite } from '../../electron/contract/mail/secret.ts';

/** How the form keeps a password. It starts without one and never gets one back (REQUIREMENTS M09). */
export type SecretForm = {
  source: PasswordWrite['source'];
  /** Name of the environment variable. */
  name: string;
  secret: { action: 'keep' | 'set'; value: string };
  /** Where one is stored now; null: nowhere. */
  storedIn: 'vault' | 'insecure' | null;
};

/** A password that is still to be typed. */
export const emptySecret: SecretForm = {
  source: 'vault',
  name: '',
  secret: { action: 'set', value: '' },
  storedIn: null,
};

/** What the form shows of a password that the service described. */
export const secretToForm = (view: PasswordView): SecretForm => {
  if (view.source === 'environment') return { ...emptySecret, source: 'environment', name: view.name };
  const { source, stored } = view;
  return {
    source,
    name: '',
    secret: { action: stored ? 'keep' : 'set', value: '' },
    storedIn: stored ? source : null,
  };
};

/** What the form asks the service to do; the contract's schema judges it. */
export const secretFromForm = ({ source, name, secret }: SecretForm): unknown => {
  if (source === 'environment') return { source, name };
  return { source, secret: secret.action === 'keep' ? { action: 'keep' } : secret };
};

/** `form` with another source: what is stored there may be kept, else it must be typed. */
export const withSource = (form: SecretForm, source: SecretForm['source']): SecretForm => ({
  ...form,
  source,
  secret: { action: source === form.storedIn ? 'keep' : 'set', value: '' },
});

/** `form` with its secret still to be typed, wherever it is kept. */
export const typedAgain = (form: SecretForm): SecretForm => ({
  ...form,
  secret: { action: 'set', value: '' },
});
