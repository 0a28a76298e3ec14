import { type EwsClient, openEws } from '../../../../protocols/ews/ewsClient.ts';
import type { ResolvedExchange } from '../../resolvedProfile.ts';
import type { TokenSession } from '../oauth/tokenSession.ts';
import { toHttpSignIn } from './exchangeSignIn.ts';
import type { WebSession } from './webSession.ts';
import { urlOf } from './webStage.ts';

/** Whose mailbox is opened, and how that is said. */
export type ExchangeMailbox = {
  /** An application has no mailbox of its own: it says in whose place it acts. */
  impersonated: string | null;
  /** A person who signs in with a token may mean a mailbox that is shared with them. */
  mailbox: string | null;
};

const isAccount = ({ given }: TokenSession, mailbox: string): boolean =>
  [...given.values()].some(({ account }) => account?.toLowerCase() === mailbox.toLowerCase());

/** The mailbox that is named to Exchange; both null: that of who signs in, whatever its address is. */
export const exchangeMailbox = (
  { authentication }: ResolvedExchange,
  { tokens }: Pick<WebSession, 'tokens'>,
): ExchangeMailbox => {
  if (authentication.mode !== 'oauth2') return { impersonated: null, mailbox: null };
  const { client, userName } = authentication;
  if (client.grant.flow === 'clientCredentials') return { impersonated: userName, mailbox: null };
  return { impersonated: null, mailbox: isAccount(tokens, userName) ? null : userName };
};

/** `/EWS/Exchange.asmx`, with the query. */
export const exchangePath = (values: ResolvedExchange): string => {
  const { pathname, search } = urlOf(values);
  return `${pathname}${search}`;
};

/** Exchange on the connection that there is, with the token that there is. */
export const openExchange = (values: ResolvedExchange, session: WebSession): EwsClient =>
  openEws(session.connection, {
    ...{ path: exchangePath(values), signIn: toHttpSignIn(values, session) },
    ...{ version: values.exchangeVersion, ...exchangeMailbox(values, session) },
  });
