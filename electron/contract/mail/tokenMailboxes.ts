import type { FieldIssue } from '../failures.ts';
import { isGuid } from '../guid.ts';
import { trimmed } from '../trimmed.ts';
import { isEmailAddress } from './address.ts';
import type { ProfileValues } from './mapSecrets.ts';
import { type PlacedTokenSignIn, tokenSignIns } from './tokenSignIns.ts';

const isWrong = ({ signIn }: PlacedTokenSignIn, kind: ProfileValues<unknown>['kind']): boolean => {
  const { userName, client } = signIn;
  /** A server of one's own calls its mailboxes as it likes. */
  if (client.place.provider === 'openid' || userName.source !== 'value') return false;
  /** What nobody sees inside has a refusal of its own. */
  const name = trimmed(userName.value).replaceAll(/\p{Cf}/gu, '');
  /** Graph knows a user by its object ID, too ("user: sendMail", Microsoft Graph v1.0). */
  return name !== '' && !isEmailAddress(name) && !(kind === 'microsoft365' && isGuid(name));
};

/**
 * Typed mailboxes that are none at Microsoft or Google, which know them by their addresses, by paths in the values: of what is proven
 * or saved now. What was saved before stays readable and goes on as it did.
 */
export const wrongMailboxes = (values: ProfileValues<unknown>): FieldIssue[] =>
  tokenSignIns(values)
    .filter((placed) => isWrong(placed, values.kind))
    .map(({ path }) => ({ path: [...path, 'userName', 'value'], code: 'emailAddress', parameters: {} }));
