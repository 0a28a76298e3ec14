import { impossible } from './impossible.ts';
import type { MailForm } from './mailForm.ts';
import type { Moved } from './moveToOAuth.ts';
import type { SignInPlace } from './signIn/signInForm.ts';
import { modeOf, signInOf } from './signInOf.ts';
import { isEmptyText, isNamed, missingProof } from './tokenClient.ts';

const missingIn = (form: MailForm, place: SignInPlace): string | null => {
  const { client } = signInOf(form, place);
  if (modeOf(form, place) === 'microsoft' && isEmptyText(client.place.tenantId)) return 'place.tenantId';
  if (!isNamed(client)) return 'clientId';
  const proof = missingProof(client.proof);
  return proof && `proof.${proof}`;
};

/** The field at `place` in which something stands that cannot work any more; null: none. */
const impossibleAt = (form: MailForm, place: SignInPlace): string | null => {
  const issue = impossible(form).find(({ path }) => path.join('.').startsWith(`${place}.`));
  return issue ? issue.path.join('.').replace(/\.(?:value|name)$/, '') : null;
};

const missingAt = (form: MailForm, place: SignInPlace): string | null => {
  const missing = missingIn(form, place);
  return missing && `${place}.client.${missing}`;
};

/**
 * The field of a moved form that is to be filled in first: one that keeps it from being saved, as a tenant, an application or its
 * credential; else the application.
 */
export const firstToFill = ({ form, places }: Moved): string => {
  const fields = places.map((place) => impossibleAt(form, place) ?? missingAt(form, place));
  return fields.find((field) => field !== null) ?? `${places[0] ?? 'authentication'}.client.clientId`;
};
