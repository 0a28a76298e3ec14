import type { SecretForm } from '../../../controls/secretForm.ts';
import type { MailForm } from './mailForm.ts';
import type { ClientForm, SignInPlace } from './signIn/signInForm.ts';
import { modeOf, signInOf } from './signInOf.ts';
import { isEmptyText, isNamed } from './tokenClient.ts';

const isMissing = ({ source, secret }: SecretForm): boolean =>
  source !== 'environment' && secret.action === 'set' && secret.value === '';

const missingProof = ({ kind, secret, key }: ClientForm['proof']): 'secret' | 'key' | null => {
  if (kind === 'none') return null;
  const [name, typed] = kind === 'secret' ? (['secret', secret] as const) : (['key', key] as const);
  return isMissing(typed) ? name : null;
};

const missingIn = (moved: MailForm, place: SignInPlace): string | null => {
  const { client } = signInOf(moved, place);
  if (modeOf(moved, place) === 'microsoft' && isEmptyText(client.place.tenantId)) return 'place.tenantId';
  const proof = isNamed(client) ? missingProof(client.proof) : null;
  return proof && `proof.${proof}`;
};

/** The field of a moved form that is to be filled in first: a tenant, an application or its credential. @param places what was moved. */
export const firstToFill = (moved: MailForm, places: readonly SignInPlace[]): string => {
  const [place = 'authentication'] = places;
  return `${place}.client.${missingIn(moved, place) ?? 'clientId'}`;
};
