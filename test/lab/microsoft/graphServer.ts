import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { readJson } from '../../../electron/protocols/text/readJson.ts';
import type { ServerTls } from '../faults/serverTls.ts';
import { type HttpsServer, startHttpsServer, type WebReply, type WebRequest } from '../web/httpsServer.ts';
import type { VerifyToken } from './accessToken.ts';
import { hasRight, readBearer } from './bearer.ts';
import { decodeBase64, senderOf } from './mimeMessage.ts';

export type GraphPlan = {
  readonly tls: ServerTls;
  readonly verify: VerifyToken;
  /** Addresses with a mailbox. */
  readonly mailboxes: readonly string[];
  /** What tokens have to be for; that of the global cloud where nothing is said. */
  readonly audience?: string;
  /** Whether a policy of the tenant keeps the application out of the mailbox. */
  readonly isKeptOut?: boolean;
  /** Seconds for which everybody has to wait. */
  readonly throttledFor?: number;
};

/** A mail that was taken. */
export type TakenMail = { readonly mailbox: string; readonly message: Buffer };

export type GraphServer = HttpsServer & { readonly taken: readonly TakenMail[] };

/** The identifier of Microsoft Graph in every tenant. */
const graphApplication = '00000003-0000-0000-c000-000000000000';
const longestRequest = 4_194_304;

/** "Microsoft Graph error responses and resource types". */
const failure = (
  status: number,
  code: string,
  message: string,
  headers: Record<string, string> = {},
): WebReply => {
  const requestId = randomUUID();
  const innerError = { date: '2026-11-20T10:00:00', 'request-id': requestId, 'client-request-id': requestId };
  return {
    ...{ status, headers: { 'content-type': 'application/json', 'request-id': requestId, ...headers } },
    body: JSON.stringify({ error: { code, message, innerError } }),
  };
};

const tokenFailures = {
  missing: 'Access token is empty.',
  invalid: 'Lifetime validation failed, the token is expired.',
  audience: 'Access token validation failure. Invalid audience.',
} as const;

const mailboxOf = (path: string): string =>
  decodeURIComponent(/^\/v1\.0\/users\/([^/]+)\/sendMail$/.exec(path)?.[1] ?? '');

const nobody =
  "At least one recipient is not valid., A message can't be sent because it contains no recipients.";

/** A message as JSON has nobody who gets it here: who sends writes MIME. */
const answerJson = (body: Buffer): WebReply => {
  const unreadable = failure(400, 'BadRequest', 'Unable to read JSON request payload.');
  const wanted = z.object({ message: z.object({ toRecipients: z.array(z.unknown()).length(0).optional() }) });
  return wanted.safeParse(readJson(body.toString())).success
    ? failure(400, 'ErrorInvalidRecipients', nobody)
    : unreadable;
};

const readMessage = ({ headers, body }: WebRequest): Buffer | WebReply => {
  if (body.length > longestRequest)
    return failure(413, 'RequestEntityTooLarge', 'The size of the request is too large.');
  if (headers['content-type'] !== 'text/plain') return answerJson(body);
  const message = decodeBase64(body.toString('latin1'));
  const invalid = 'Invalid base64 string for MIME content.';
  return message ?? failure(400, 'ErrorMimeContentInvalidBase64String', invalid);
};

const keptOut =
  'Access to OData is disabled: [RAOP] : Blocked by tenant configured AppOnly AccessPolicy settings.';
const deniedSender =
  'The user account which was used to submit this request does not have the right to send mail on behalf of the specified sending account., Cannot submit message.';

const sendMail = async (request: WebRequest, plan: GraphPlan, taken: TakenMail[]): Promise<WebReply> => {
  const { audience = 'https://graph.microsoft.com', throttledFor, mailboxes, verify } = plan;
  const bearer = await readBearer(request, verify, [audience, graphApplication]);
  if ('wrong' in bearer) return failure(401, 'InvalidAuthenticationToken', tokenFailures[bearer.wrong]);
  if (throttledFor !== undefined)
    return failure(429, 'ApplicationThrottled', 'Application is over its MailboxConcurrency limit.', {
      'retry-after': String(throttledFor),
    });
  if (!hasRight(bearer.claims, 'Mail.Send', 'Mail.Send'))
    return failure(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.');
  const mailbox = mailboxOf(request.path);
  if (mailbox === '') return failure(400, 'BadRequest', 'Resource not found for the segment.');
  if (!mailboxes.includes(mailbox.toLowerCase()))
    return failure(404, 'ErrorInvalidUser', `The requested user '${mailbox}' is invalid.`);
  if (plan.isKeptOut === true) return failure(403, 'ErrorAccessDenied', keptOut);
  const message = readMessage(request);
  if (!Buffer.isBuffer(message)) return message;
  if (senderOf(message) !== mailbox.toLowerCase()) return failure(403, 'ErrorSendAsDenied', deniedSender);
  taken.push({ mailbox, message });
  return { status: 202, headers: { 'request-id': randomUUID() } };
};

/**
 * A counterpart of Microsoft Graph for `sendMail`, as its documents describe it: it verifies the token's signature,
 * audience and rights, and answers mistakes with Graph's own codes.
 */
export async function startGraph(plan: GraphPlan): Promise<GraphServer> {
  const taken: TakenMail[] = [];
  const server = await startHttpsServer(plan.tls, (request) => sendMail(request, plan, taken));
  return { ...server, taken };
}
