import type { FieldIssue } from '../failures.ts';
import { isGuid } from '../guid.ts';
import { trimmed } from '../trimmed.ts';
import type { Authentication, ProfileValues } from './mapSecrets.ts';

type PlacedSignIn = { signIn: Authentication<unknown>; path: string[] };

const signInsOf = (values: ProfileValues<unknown>): PlacedSignIn[] => {
  if (!('authentication' in values)) return [];
  const own = { signIn: values.authentication, path: ['authentication'] };
  if (values.kind !== 'smtp' || values.arrival === null) return [own];
  return [own, { signIn: values.arrival.authentication, path: ['arrival', 'authentication'] }];
};

const isWrong = (signIn: Authentication<unknown>): boolean => {
  if (signIn.mode !== 'oauth2' || signIn.client.place.provider !== 'microsoft') return false;
  const { clientId } = signIn.client;
  return clientId.source === 'value' && clientId.value.trim() !== '' && !isGuid(trimmed(clientId.value));
};

/**
 * Typed IDs of applications that cannot be Microsoft's (learn.microsoft.com/entra/identity-platform: a GUID), by paths in the
 * values: of what is proven or saved now. What was saved before stays readable and goes on as it did.
 */
export const wrongApplicationIds = (values: ProfileValues<unknown>): FieldIssue[] =>
  signInsOf(values)
    .filter(({ signIn }) => isWrong(signIn))
    .map(({ path }) => ({
      path: [...path, 'client', 'clientId', 'value'],
      code: 'applicationId',
      parameters: {},
    }));
