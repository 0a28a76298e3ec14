import { readXml } from '../../../electron/protocols/xml/readXml.ts';
import { childOf, type XmlElement } from '../../../electron/protocols/xml/xmlElement.ts';
import type { ServerTls } from '../faults/serverTls.ts';
import { type HttpsServer, startHttpsServer, type WebReply, type WebRequest } from '../web/httpsServer.ts';
import { type EwsBuild, errorReply, faultReply, folderReply, sentReply } from './ewsReplies.ts';
import { type EwsCaller, EwsDoor, type EwsSignInPlan } from './ewsSignIn.ts';
import { decodeBase64, senderOf } from './mimeMessage.ts';

export type EwsPlan = EwsSignInPlan & {
  readonly tls: ServerTls;
  /** Addresses with a mailbox. */
  readonly mailboxes: readonly string[];
  /** Addresses of people who may act for others; applications may. */
  readonly impersonators?: readonly string[];
  /** Addresses of mailboxes that everybody may open. */
  readonly shared?: readonly string[];
  /** The build that it says it is: 2019 CU15 where nothing is said. */
  readonly build?: EwsBuild;
  /** It closes the connection behind every answer. */
  readonly closes?: boolean;
  /** For how long everybody has to wait, in milliseconds. */
  readonly backOffMs?: number;
};

export type EwsServer = HttpsServer & {
  readonly taken: readonly { readonly mailbox: string; readonly message: Buffer }[];
};

const soapNames = 'http://schemas.xmlsoap.org/soap/envelope/';
const m = 'http://schemas.microsoft.com/exchange/services/2006/messages';
const t = 'http://schemas.microsoft.com/exchange/services/2006/types';

/** The schemas, each with the first version that has it. */
const schemas = new Map<string, number>([
  ['Exchange2007_SP1', 8],
  ['Exchange2010', 14],
  ['Exchange2010_SP1', 14],
  ['Exchange2010_SP2', 14],
  ['Exchange2013', 15],
  ['Exchange2013_SP1', 15],
]);

const follow = (from: XmlElement | null, ...steps: readonly [string, string][]): XmlElement | null =>
  steps.reduce<XmlElement | null>((parent, [namespace, name]) => childOf(parent, namespace, name), from);

const impersonatedIn = (header: XmlElement | null, build: EwsBuild): string | null => {
  const name = build[0] === 8 ? 'PrimarySmtpAddress' : 'SmtpAddress';
  return follow(header, [t, 'ExchangeImpersonation'], [t, 'ConnectingSID'], [t, name])?.text ?? null;
};

type Asked = { readonly plan: EwsPlan; readonly build: EwsBuild; readonly mailbox: string };

const createItem = (
  operation: XmlElement,
  { build, mailbox }: Asked,
  taken: EwsServer['taken'][number][],
): WebReply => {
  const content = follow(operation, [m, 'Items'], [t, 'Message'], [t, 'MimeContent']);
  const message = decodeBase64(content?.text ?? '');
  if (message === null)
    return errorReply(build, 'CreateItem', 'ErrorMimeContentInvalidBase64String', 'Invalid base64.');
  if (senderOf(message) !== mailbox.toLowerCase())
    return errorReply(
      build,
      'CreateItem',
      'ErrorSendAsDenied',
      'The user account which was used to submit this request does not have the right to send mail on behalf of the specified sending account.',
    );
  taken.push({ mailbox, message });
  return sentReply(build);
};

const getFolder = (operation: XmlElement, { plan, build, mailbox }: Asked): WebReply => {
  const folder = follow(operation, [m, 'FolderIds'], [t, 'DistinguishedFolderId']);
  const named = follow(folder, [t, 'Mailbox'], [t, 'EmailAddress'])?.text.toLowerCase() ?? mailbox;
  if (!plan.mailboxes.includes(named))
    return errorReply(
      ...([build, 'GetFolder', 'ErrorNonExistentMailbox'] as const),
      'The SMTP address has no mailbox associated with it.',
    );
  if (named === mailbox || (plan.shared ?? []).includes(named)) return folderReply(build);
  return errorReply(
    ...([build, 'GetFolder', 'ErrorItemNotFound'] as const),
    'The specified object was not found in the store.',
  );
};

const mailboxFor = (header: XmlElement | null, { address }: EwsCaller, plan: EwsPlan, build: EwsBuild) => {
  const impersonated = impersonatedIn(header, build);
  if (impersonated === null)
    return (
      address ??
      faultReply(
        build,
        'ErrorImpersonationRequired',
        'ExchangeImpersonation SOAP header must be present for this type of OAuth token.',
      )
    );
  if (address !== null && !(plan.impersonators ?? []).includes(address))
    return faultReply(
      build,
      'ErrorImpersonateUserDenied',
      'The account does not have permission to impersonate the requested user.',
    );
  return plan.mailboxes.includes(impersonated.toLowerCase())
    ? impersonated
    : faultReply(build, 'ErrorNonExistentMailbox', 'The SMTP address has no mailbox associated with it.');
};

const operate = (
  { body }: WebRequest,
  caller: EwsCaller,
  plan: EwsPlan,
  taken: EwsServer['taken'][number][],
): WebReply => {
  const { build = [15, 2, 1748, 10], backOffMs } = plan;
  const envelope = readXml(body.toString('utf8'));
  const header = childOf(envelope, soapNames, 'Header');
  const schema = childOf(header, t, 'RequestServerVersion')?.attributes.get('Version') ?? '';
  if ((schemas.get(schema) ?? Infinity) > build[0])
    return faultReply(build, 'ErrorInvalidServerVersion', 'The specified server version is invalid.');
  if (backOffMs !== undefined)
    return faultReply(
      build,
      'ErrorServerBusy',
      'The server cannot service this request right now. Try again later.',
      backOffMs,
    );
  const mailbox = mailboxFor(header, caller, plan, build);
  if (typeof mailbox !== 'string') return mailbox;
  const content = childOf(envelope, soapNames, 'Body');
  const sending = childOf(content, m, 'CreateItem');
  if (sending !== null) return createItem(sending, { plan, build, mailbox }, taken);
  const opening = childOf(content, m, 'GetFolder');
  return opening === null
    ? faultReply(build, 'ErrorSchemaValidation', 'The request failed schema validation.')
    : getFolder(opening, { plan, build, mailbox });
};

/**
 * A counterpart of Exchange Web Services that opens inboxes and takes mail, as the documents describe it: it judges who
 * signs in, for which mailbox, and with which schema, and answers mistakes with Exchange's own codes.
 */
export async function startEws(plan: EwsPlan): Promise<EwsServer> {
  const taken: EwsServer['taken'][number][] = [];
  const door = new EwsDoor(plan);
  const answer = async (request: WebRequest): Promise<WebReply> => {
    if (request.path.toLowerCase() !== '/ews/exchange.asmx') return { status: 404 };
    const judged = await door.judge(request);
    if ('status' in judged) return judged;
    return operate(request, judged, plan, taken);
  };
  const server = await startHttpsServer(plan.tls, async (request) => {
    const reply = await answer(request);
    return plan.closes === true ? { ...reply, headers: { ...reply.headers, connection: 'close' } } : reply;
  });
  return { ...server, taken };
}
