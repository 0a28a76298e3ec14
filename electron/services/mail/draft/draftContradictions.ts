import { fail, type FieldIssue } from '../../../contract/failures.ts';
import type { OAuthProvider } from '../../../contract/oauth/oauthClient.ts';
import type { DraftFile } from './draftFileSchema.ts';
import type { DraftToken } from './draftSignInSchema.ts';

type Path = FieldIssue['path'];

/** Fields that say where tokens come from, and the providers that they mean something for. */
const meant = [
  ['cloud', ['microsoft']],
  ['tenantId', ['microsoft']],
  ['authority', ['microsoft', 'openid']],
  ['endpoints', ['openid']],
  ['scopes', ['openid']],
] as const satisfies readonly (readonly [keyof DraftToken, readonly OAuthProvider[]])[];

/** Null means the same as left out. */
const isGiven = (value: unknown): boolean => (value ?? null) !== null;

const contradicts = (path: Path, other: string): FieldIssue => ({
  ...{ path, code: 'contradicts', parameters: { other } },
});

const unused = (path: Path, choice: string): FieldIssue => ({
  ...{ path, code: 'unusedHere', parameters: { choice } },
});

/** An application names nobody who signs in, and who types a code chooses the account there. */
const isAccountDropped = ({ flow, username, mailbox }: DraftToken): boolean =>
  (flow === 'clientCredentials' || flow === 'deviceCode') &&
  isGiven(username) &&
  isGiven(mailbox) &&
  username?.toLowerCase() !== mailbox?.toLowerCase();

const tokenIssues = (draft: DraftToken, path: Path): FieldIssue[] => {
  const { provider, flow, endpoints, authority, clientSecret, certificate, password } = draft;
  const issues = meant
    .filter(([name, providers]) => isGiven(draft[name]) && !providers.some((one) => one === provider))
    .map(([name]) => unused([...path, name], `"provider": "${provider}"`));
  if (isGiven(password) && flow !== 'ropc') issues.push(unused([...path, 'password'], `"flow": "${flow}"`));
  if (isAccountDropped(draft)) issues.push(contradicts([...path, 'username'], 'mailbox'));
  if (isGiven(certificate) && isGiven(clientSecret))
    issues.push(contradicts([...path, 'certificate'], 'clientSecret'));
  if (provider === 'openid' && isGiven(endpoints) && isGiven(authority))
    issues.push(contradicts([...path, 'endpoints'], 'authority'));
  return issues;
};

const arrivalIssues = (arrival: Extract<DraftFile, { kind: 'smtp' }>['arrival']): FieldIssue[] => {
  if (!arrival?.authentication) return [];
  const { authentication } = arrival;
  const beside = (['username', 'password'] as const).filter((name) => isGiven(arrival[name]));
  return [
    ...beside.map((name) => contradicts(['arrival', name], 'authentication')),
    ...(authentication.mode === 'oauth2' ? tokenIssues(authentication, ['arrival', 'authentication']) : []),
  ];
};

/** A mechanism is SASL's (RFC 4422): of SMTP, IMAP and POP3. */
const mechanismIssues = ({ kind, authentication }: Extract<DraftFile, { authentication: unknown }>) =>
  kind !== 'smtp' && 'mechanism' in authentication && isGiven(authentication.mechanism)
    ? [unused(['authentication', 'mechanism'], `"kind": "${kind}"`)]
    : [];

const issuesOf = (draft: DraftFile): FieldIssue[] => {
  if (!('authentication' in draft)) return [];
  const { authentication } = draft;
  return [
    ...(authentication.mode === 'oauth2' ? tokenIssues(authentication, ['authentication']) : []),
    ...mechanismIssues(draft),
    ...(draft.kind === 'exchange' && isGiven(draft.url) && isGiven(draft.host)
      ? [contradicts(['host'], 'url')]
      : []),
    ...(draft.kind === 'smtp' ? arrivalIssues(draft.arrival) : []),
  ];
};

/** INVALID_INPUT (`contradicts`, `unusedHere`) where one field of a draft would decide and another one be dropped. */
export const refuseContradictions = (draft: DraftFile): void => {
  const issues = issuesOf(draft);
  if (issues.length > 0) throw fail('INVALID_INPUT', { issues });
};
