import { isDeepStrictEqual } from 'node:util';
import type { Trust } from '../../../../contract/mail/profile.ts';
import type { TokenPurpose } from '../../../../contract/oauth/neededScopes.ts';
import type { ResolvedClient } from '../../../oauth/resolvedClient.ts';
import type { ResolvedAuthentication, ResolvedProfile } from '../../resolvedProfile.ts';

/** What a token opens: the server that takes the message, or the mailbox that it arrives in. */
export type TokenUse = 'send' | 'arrival';

/** A token that a proof needs before it asks the mail server. */
export type TokenNeed = {
  uses: readonly TokenUse[];
  purposes: readonly TokenPurpose[];
  client: ResolvedClient;
  /** The mailbox. */
  userName: string;
  trust: Trust;
};

type Wanted = { use: TokenUse; purpose: TokenPurpose; signIn: ResolvedAuthentication; trust: Trust };

const needFor = ({ use, purpose, signIn, trust }: Wanted): TokenNeed[] => {
  if (signIn.mode !== 'oauth2') return [];
  const { client, userName } = signIn;
  return [{ uses: [use], purposes: [purpose], client, userName, trust }];
};

/** One sign-in is enough for a person whose mailbox is looked into with the same application. */
const together = ([first, second]: readonly TokenNeed[]): TokenNeed[] => {
  if (first === undefined) return [];
  if (second === undefined) return [first];
  const isSame =
    isDeepStrictEqual([first.client, first.trust], [second.client, second.trust]) &&
    first.userName.toLowerCase() === second.userName.toLowerCase();
  if (!isSame) return [first, second];
  const uses = [...first.uses, ...second.uses];
  return [{ ...first, uses, purposes: [...first.purposes, ...second.purposes] }];
};

/** The tokens that these values take; `looksIntoMailbox`: also for the mailbox that the message arrives in. */
export const tokenNeeds = (values: ResolvedProfile, looksIntoMailbox: boolean): TokenNeed[] => {
  switch (values.kind) {
    case 'smtp': {
      const { authentication, arrival, trust } = values;
      const own = needFor({ use: 'send', purpose: 'smtp', signIn: authentication, trust });
      if (arrival === null || !looksIntoMailbox) return own;
      const { protocol, authentication: signIn } = arrival;
      const mailbox = needFor({ use: 'arrival', purpose: protocol, signIn, trust: arrival.trust });
      return together([...own, ...mailbox]);
    }
    case 'microsoft365':
      return needFor({
        ...{ use: 'send', purpose: 'graph' },
        ...{ signIn: values.authentication, trust: values.trust },
      });
    case 'exchange':
      return needFor({
        ...{ use: 'send', purpose: 'ews' },
        ...{ signIn: values.authentication, trust: values.trust },
      });
    default:
      return [];
  }
};
