import { type SecretForm, withSource } from '../../../../controls/secretForm.ts';

/** The private key after one was read from a file: it is written anew, to where such a key is kept. */
export const readKey = (form: SecretForm, key: string): SecretForm => ({
  ...form,
  source: form.source === 'environment' ? 'vault' : form.source,
  secret: { action: 'set', value: key },
});

/** The private key kept elsewhere; one that was just read goes with it. */
export const keyFrom = (form: SecretForm, source: SecretForm['source']): SecretForm =>
  form.secret.value === '' ? withSource(form, source) : { ...form, source };

/** How it stands with a private key that is not in a variable: read just now, stored, or missing. */
export const keyState = ({ source, secret, storedIn }: SecretForm): 'read' | 'stored' | 'missing' => {
  if (secret.value !== '') return 'read';
  return secret.action === 'keep' && storedIn === source ? 'stored' : 'missing';
};
