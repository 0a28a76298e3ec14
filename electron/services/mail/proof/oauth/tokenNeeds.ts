import { isDeepStrictEqual } from 'node:util';
import type { Trust } from '../../../../contract/mail/profile.ts';
import type { TokenPurpose } from '../../../../contract/oauth/neededScopes.ts';
import type { ResolvedClient } from '../../../oauth/resolvedClient.ts';
import { type MailServer, protectionOf, serverName } from '../../profiles/mailTarget.ts';
import { webServer } from '../../profiles/signInPlace.ts';
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
  /** Canonical text of every server that is sent the token, also where it is not asked this time. */
  destination: string;
};

type Wanted = {
  use: TokenUse;
  purpose: TokenPurpose;
  signIn: ResolvedAuthentication;
  trust: Trust;
  server: MailServer;
};

const destinationOf = (server: MailServer): string =>
  JSON.stringify([...serverName(server), protectionOf[server.encryption]]);

const needFor = ({ use, purpose, signIn, trust, server }: Wanted): TokenNeed[] => {
  if (signIn.mode !== 'oauth2') return [];
  const { client, userName } = signIn;
  const destination = destinationOf(server);
  return [{ uses: [use], purposes: [purpose], client, userName, trust, destination }];
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
  const destination = `${first.destination} ${second.destination}`;
  return [{ ...first, uses, destination, purposes: [...first.purposes, ...second.purposes] }];
};

/** Whether or not the mailbox is looked into this time, it is the same sign-in: what it is for stays. */
const sendingOnly = (needs: readonly TokenNeed[]): TokenNeed[] =>
  needs.flatMap((need) =>
    need.uses.includes('send') ? [{ ...need, uses: ['send'], purposes: need.purposes.slice(0, 1) }] : [],
  );

/** The tokens that these values take; `looksIntoMailbox`: also for the mailbox that the message arrives in. */
export const tokenNeeds = (values: ResolvedProfile, looksIntoMailbox: boolean): TokenNeed[] => {
  switch (values.kind) {
    case 'smtp': {
      const { authentication, arrival, trust } = values;
      const server: MailServer = { ...values, protocol: 'smtp' };
      const own = needFor({ use: 'send', purpose: 'smtp', signIn: authentication, trust, server });
      if (arrival === null) return own;
      const { protocol, authentication: signIn } = arrival;
      const mailbox = needFor({
        use: 'arrival',
        purpose: protocol,
        signIn,
        trust: arrival.trust,
        server: arrival,
      });
      const needs = together([...own, ...mailbox]);
      return looksIntoMailbox ? needs : sendingOnly(needs);
    }
    case 'microsoft365':
      return needFor({
        ...{ use: 'send', purpose: 'graph', server: webServer('graph', '') },
        ...{ signIn: values.authentication, trust: values.trust },
      });
    case 'exchange':
      return needFor({
        ...{ use: 'send', purpose: 'ews', server: webServer('ews', values.url) },
        ...{ signIn: values.authentication, trust: values.trust },
      });
    default:
      return [];
  }
};
