import { isSameAccount } from './accountOf.ts';
import { admittingLine } from './admittingLine.ts';
import { missingProof } from './firstToFill.ts';
import type { MailForm } from './mailForm.ts';
import type { Moved } from './moveToOAuth.ts';
import { type NeededPermission, neededPermission } from './neededPermission.ts';
import { movedPart, type OAuthMove } from './oauthMoves.ts';
import { flowOf } from './signIn/signInForm.ts';
import { signInOf } from './signInOf.ts';
import { hostAt } from './signInPlaces.ts';
import { isNamed } from './tokenClient.ts';

/** What else than the sign-in for sending a move changes. */
export type MoveChange = { code: 'mailbox' | 'both' | 'noCheck' } | { code: 'server'; host: string };

/** What else than the sign-in for sending is other afterwards. */
export const changesOf = (before: MailForm, { form, places }: Moved): MoveChange[] => {
  const part = movedPart(places);
  const losesCheck = before.kind === 'smtp' && form.kind !== 'smtp' && before.arrival.protocol !== 'none';
  const hosts = places.map((place) => [hostAt(before, place), hostAt(form, place)] as const);
  return [
    ...(part === 'sending' ? [] : [{ code: part }]),
    ...(losesCheck ? [{ code: 'noCheck' } as const] : []),
    ...hosts.flatMap(([was, host]) =>
      form.kind !== 'smtp' || was === host ? [] : [{ code: 'server', host } as const],
    ),
  ];
};

/** How the application of a moved form is registered; `keep`, `shared`: it is, already, for this sign-in or for the other one. */
export type Registration = 'keep' | 'shared' | 'google' | 'outlookCom' | 'organization';

/** Where the application comes from, and whether its credential is still to be typed. */
export const registrationOf = (
  before: MailForm,
  { form, places: [place = 'authentication'] }: Moved,
  move: OAuthMove,
): { registration: Registration; needsProof: boolean } => {
  const { client } = signInOf(form, place);
  const needsProof = missingProof(client.proof) !== null;
  if (isNamed(client))
    return { registration: isNamed(signInOf(before, place).client) ? 'keep' : 'shared', needsProof };
  const isOwn = move === 'google' || move === 'outlookCom';
  return { registration: isOwn ? move : 'organization', needsProof: false };
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

/** Who signs in where a moved form is proven: the application, the owner of one mailbox in a browser or by a code, or those of two. */
export const whoSignsIn = ({ form, places }: Moved): 'application' | 'person' | 'device' | 'people' => {
  const [first, second] = places.map((place) => signInOf(form, place));
  const flow = first && flowOf(first.client);
  if (flow === 'clientCredentials') return 'application';
  if (first && second && !isSameAccount(first.userName, second.userName)) return 'people';
  return flow === 'deviceCode' ? 'device' : 'person';
};
