import { isIPv6 } from 'node:net';
import { ewsPath } from '../../contract/mail/exchange.ts';
import { hostToAscii } from '../dns/hostToAscii.ts';
import { offeredSchemes } from '../http/challenges.ts';
import type { HttpConnection } from '../http/httpConnection.ts';
import { type HttpSignIn, secretsOf, signRequests } from '../http/signedRequests.ts';
import type { ServerVersion } from './exchangeVersion.ts';
import { type EwsOperation, readEwsAnswer } from './readAnswer.ts';
import { type EwsAddressee, getInboxRequest, sendRequest } from './writeRequest.ts';

/** Exchange Web Services on one connection. */
export type EwsClient = {
  /**
   * Opens the inbox: proves the sign-in, the mailbox and the right to it. Gives the server's version; null: it does not
   * tell. Throws EwsRefusal, ConnectionError, the socket's error, or what the sign-in throws; after EwsRefusal of the
   * kind `signIn` nothing may be asked again.
   */
  openInbox(): Promise<ServerVersion | null>;
  /**
   * Sends a whole message (RFC 5322) and keeps no copy, once. Gives and throws the same. Only the body says whether it was
   * taken: when the answer is lost behind the request, the message may have been sent, as with an SMTP server that falls
   * silent after DATA (RFC 5321, 4.5.3.2.6), and is not sent again here either.
   */
  send(message: Buffer): Promise<ServerVersion | null>;
};

export type EwsOptions = EwsAddressee & {
  /** Where the services are on the server: `/EWS/Exchange.asmx`. */
  path: string;
  signIn: HttpSignIn;
};

/** Where Exchange has its web services: `https://host/EWS/Exchange.asmx`. */
export const ewsUrlOf = (host: string): string => {
  const name = hostToAscii(host);
  return `https://${isIPv6(name) ? `[${name}]` : name}${ewsPath}`;
};

/**
 * Asks which ways to sign in the services offer, without any credential. Throws ConnectionError or the socket's error.
 */
export const askEwsSchemes = async (
  connection: Pick<HttpConnection, 'request'>,
  path: string,
): Promise<{ status: number; offered: string[] }> => {
  const { status, headers } = await connection.request({ method: 'GET', path, headers: {}, body: null });
  return { status, offered: offeredSchemes(headers['www-authenticate'] ?? []) };
};

const inHeader = /^[\x21-\x7e]+$/;

/**
 * Leads a request to the server that has the mailbox ("X-AnchorMailbox"). It only spares a detour: an address that no
 * header field can hold is left out.
 */
const anchorOf = ({ impersonated, mailbox }: EwsAddressee): Record<string, string> => {
  const address = impersonated ?? mailbox;
  return address !== null && inHeader.test(address) ? { 'x-anchormailbox': address } : {};
};

/** Speaks to Exchange Web Services over a connection that is there; nothing is sent before a method is called. */
export const openEws = (
  connection: Pick<HttpConnection, 'request'>,
  { path, signIn, ...addressee }: EwsOptions,
): EwsClient => {
  const signed = signRequests(connection, signIn);
  const headers = {
    ...{ 'content-type': 'text/xml; charset=utf-8', accept: 'text/xml' },
    ...anchorOf(addressee),
  };
  const ask = async (operation: EwsOperation, body: string): Promise<ServerVersion | null> =>
    readEwsAnswer(
      await signed.request({ method: 'POST', path, headers, body }),
      operation,
      secretsOf(signIn),
    );
  return {
    openInbox: () => ask('GetFolder', getInboxRequest(addressee)),
    send: (message) => ask('CreateItem', sendRequest(addressee, message)),
  };
};
