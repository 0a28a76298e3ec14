import type { SourcedText } from '../../../controls/sourcedText.ts';
import { admittingLine } from './admittingLine.ts';
import type { MailForm } from './mailForm.ts';
import { type NeededPermission, neededPermission } from './neededPermission.ts';
import type { OAuthMove } from './oauthMoves.ts';
import { type ClientForm, flowOf, type SignInPlace } from './signIn/signInForm.ts';
import { signInOf } from './signInOf.ts';
import { isNamed } from './tokenClient.ts';

/** How the application of a moved form is registered; `keep`: it is, already. */
export const registrationOf = (
  move: OAuthMove,
  client: ClientForm,
): 'keep' | 'google' | 'outlookCom' | 'organization' => {
  if (isNamed(client)) return 'keep';
  return move === 'google' || move === 'outlookCom' ? move : 'organization';
};

/** What has to be allowed, and the line that lets the application into its mailbox; null: another one does, too. */
export type Permit = { needed: NeededPermission; line: string | null };

/** What the applications of a moved form must be allowed, each once. @param places what was moved. */
export const permitsOf = (moved: MailForm, places: readonly SignInPlace[]): Permit[] =>
  places.reduce<Permit[]>((said, place) => {
    const needed = neededPermission(moved, place);
    if (needed === null || said.some((one) => one.needed.permission === needed.permission)) return said;
    const line = admittingLine(moved, place);
    /** What lets send as a mailbox begins with what lets look into it. */
    const isSaid = said.some((one) => one.line?.startsWith(line));
    return [...said, { needed, line: isSaid ? null : line }];
  }, []);

const nameOf = ({ source, value, name }: SourcedText): string =>
  source === 'value' ? value.trim().toLowerCase() : name;

/** Who signs in where a moved form is proven: the application by itself, or the owners of one mailbox or of two. */
export const whoSignsIn = (
  moved: MailForm,
  places: readonly SignInPlace[],
): 'application' | 'person' | 'people' => {
  const signIns = places.map((place) => signInOf(moved, place));
  if (signIns.every(({ client }) => flowOf(client) === 'clientCredentials')) return 'application';
  return new Set(signIns.map(({ userName }) => nameOf(userName))).size > 1 ? 'people' : 'person';
};
