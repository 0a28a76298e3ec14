import type { FieldIssue } from '../../../contract/failures.ts';
import type { DraftFile } from './draftFileSchema.ts';
import type { DraftSignIn, DraftToken } from './draftSignInSchema.ts';

type Path = FieldIssue['path'];
/** Where a field of the values is in the file; `kept`: what follows stays, as below a secret. */
type Place = readonly [values: string, file: string, kept?: 'kept' | undefined];

const nameOfMailbox = ({ mailbox, username }: DraftToken): string => {
  if (mailbox) return 'mailbox';
  return username ? 'username' : '';
};

const tokenPlaces = (draft: DraftToken): Place[] => [
  ['client.clientId', 'clientId'],
  ['client.place.provider', 'provider'],
  ['client.place.cloud', draft.cloud ? 'cloud' : 'authority'],
  ['client.place.tenantId', draft.tenantId ? 'tenantId' : 'authority'],
  ['client.place.scopes', 'scopes'],
  ['client.place.endpoints.issuer', 'authority'],
  ['client.place.endpoints', 'endpoints', 'kept'],
  ['client.proof.certificate', 'certificate.file'],
  draft.certificate
    ? ['client.proof.secret', 'certificate.file']
    : ['client.proof.secret', 'clientSecret', 'kept'],
  ['client.proof', 'clientSecret'],
  ['client.grant.flow', 'flow'],
  ['client.grant.userName', 'username'],
  ['client.grant.loginHint', 'username'],
  ['client.grant.password', 'password', 'kept'],
  ['client', ''],
];

const signInPlaces = (draft: DraftSignIn): Place[] => [
  ...(draft.mode === 'oauth2' ? tokenPlaces(draft) : []),
  ['userName', draft.mode === 'oauth2' ? nameOfMailbox(draft) : 'username'],
  ['password', 'password', 'kept'],
];

/** Below the path of a sign-in; where that names no mailbox, it is the sender's. */
const signInPlacesAt = (path: string, draft: DraftSignIn, inFile = `${path}.`): Place[] =>
  signInPlaces(draft).map(([values, file, kept]) => [
    `${path}.${values}`,
    file === '' && values === 'userName' ? 'from.address' : `${inFile}${file}`.replace(/\.$/, ''),
    kept,
  ]);

const arrivalPlaces = ({
  authentication,
  username,
  password,
}: NonNullable<Extract<DraftFile, { kind: 'smtp' }>['arrival']>): Place[] => {
  const path = 'arrival.authentication';
  if (authentication) return signInPlacesAt(path, authentication);
  return username && password
    ? signInPlacesAt(path, { mode: 'password', username, password }, 'arrival.')
    : [];
};

const placesOf = (draft: DraftFile): Place[] => {
  if (!('authentication' in draft)) return [];
  const { authentication } = draft;
  return [
    ...(authentication.mode === 'none' ? [] : signInPlacesAt('authentication', authentication)),
    ...(draft.kind === 'smtp' && draft.arrival ? arrivalPlaces(draft.arrival) : []),
    ...(draft.kind === 'exchange' && !draft.url ? [['url', 'host'] as const] : []),
    ...(['trust', 'arrival.trust'] as const).map((path) => [`${path}.pem`, `${path}.ca`] as const),
  ];
};

const isBelow = (path: Path, start: readonly string[]): boolean =>
  start.every((step, index) => path[index] === step);

/**
 * Where in the file a field of its values is; what the file has under the same path stays.
 * @param path in the values, perhaps below `values`.
 */
export const draftPath = (draft: DraftFile, path: Path): Path => {
  const own = path[0] === 'values' ? path.slice(1) : path;
  for (const [values, file, kept] of placesOf(draft)) {
    const start = values.split('.');
    if (!isBelow(own, start)) continue;
    const rest = kept ? own.slice(start.length).filter((step) => step !== 'secret') : [];
    return [...file.split('.'), ...rest];
  }
  return own;
};
