import type { SourcedText } from '../../../controls/sourcedText.ts';
import { isSameAccount } from './account.ts';
import { admittingLine } from './admittingLine.ts';
import type { MailForm } from './mailForm.ts';
import type { Moved } from './moveToOAuth.ts';
import { type NeededPermission, neededPermission } from './neededPermission.ts';
import { movedPart, type OAuthMove } from './oauthMoves.ts';
import { flowOf, type SignInForm } from './signIn/signInForm.ts';
import { signInOf } from './signInOf.ts';
import { hostAt } from './signInPlaces.ts';
import { isNamed, missingProof } from './tokenClient.ts';

/** What else than the sign-in for sending a move changes. */
type MoveChange = { code: 'mailbox' | 'both' | 'noCheck' } | { code: 'server'; was: string; host: string };

/** What else than the sign-in for sending is other afterwards. */
export const changesOf = (before: MailForm, { form, places }: Moved): MoveChange[] => {
  const part = movedPart(places);
  const losesCheck = before.kind === 'smtp' && form.kind !== 'smtp' && before.arrival.protocol !== 'none';
  const hosts = places.map((place) => [hostAt(before, place), hostAt(form, place)] as const);
  return [
    ...(part === 'sending' ? [] : [{ code: part }]),
    ...(losesCheck ? [{ code: 'noCheck' } as const] : []),
    ...hosts.flatMap(([was, host]) =>
      form.kind !== 'smtp' || was === host ? [] : [{ code: 'server', was, host } as const],
    ),
  ];
};

/** How the application of a moved form is registered; `keep`, `shared`: it is, already, for this sign-in or for the other one. */
type Registration = 'keep' | 'shared' | 'google' | 'outlookCom' | 'organization';

/** Where the application comes from, whether a credential of it is still to be typed, and whether it goes into two sign-ins. */
export const registrationOf = (
  before: MailForm,
  { form, places }: Moved,
  move: OAuthMove,
): { registration: Registration; needsProof: boolean; isTwice: boolean } => {
  const [place = 'authentication'] = places;
  const clients = places.map((one) => signInOf(form, one).client);
  const isKnown = isNamed(signInOf(form, place).client);
  const known = isNamed(signInOf(before, place).client) ? 'keep' : 'shared';
  const asked = move === 'google' || move === 'outlookCom' ? move : 'organization';
  return {
    registration: isKnown ? known : asked,
    needsProof: clients.some((client) => isNamed(client) && missingProof(client.proof) !== null),
    isTwice: !isKnown && places.length > 1,
  };
};

/** What has to be allowed, and the line that lets the application into its mailbox; null: another one does, too. */
export type Permit = { needed: NeededPermission; line: string | null };

/** What the applications of a moved form must be allowed, each once. */
export const permitsOf = ({ form, places }: Moved): Permit[] => {
  const wanted = places.flatMap((place) => {
    const needed = neededPermission(form, place);
    const { userName, client } = signInOf(form, place);
    return needed === null ? [] : [{ needed, userName, client, line: admittingLine(form, place) }];
  });
  return wanted.flatMap(({ needed, userName, client, line }, index) => {
    const said = wanted.slice(0, index);
    if (said.some((one) => one.needed.permission === needed.permission)) return [];
    /** What lets send as a mailbox lets look into it, too. */
    const isSaid = said.some(
      (one) => isSameAccount(one.userName, userName) && isSameAccount(one.client.clientId, client.clientId),
    );
    return [{ needed, line: isSaid ? null : line }];
  });
};

/** The account that signs in: the mailbox, or who has access to it. */
const signerOf = ({ userName, client: { grant } }: SignInForm): SourcedText =>
  grant.loginHint === '' ? userName : { source: 'value', value: grant.loginHint, name: '' };

/** Who signs in where a moved form is proven: the application, a person in a browser or by a code, or two of them. */
export const whoSignsIn = ({ form, places }: Moved): 'application' | 'person' | 'device' | 'people' => {
  const [first, second] = places.map((place) => signInOf(form, place));
  const flow = first && flowOf(first.client);
  if (flow === 'clientCredentials') return 'application';
  if (first && second && !isSameAccount(signerOf(first), signerOf(second))) return 'people';
  return flow === 'deviceCode' ? 'device' : 'person';
};
