import { askEwsSchemes } from '../../../../protocols/ews/ewsClient.ts';
import { EwsRefusal } from '../../../../protocols/ews/ewsRefusal.ts';
import { schemaOf } from '../../../../protocols/ews/exchangeVersion.ts';
import type { Finding } from '../../../../contract/proof/finding.ts';
import type { StageName } from '../../../../contract/proof/proof.ts';
import { diagnose } from '../../../knowledge/diagnose.ts';
import type { FindingCode } from '../../../knowledge/findingTable.ts';
import { accountOf, type ResolvedExchange } from '../../resolvedProfile.ts';
import { renewToken } from '../oauth/renewToken.ts';
import { exchangeMailbox, exchangePath, openExchange } from './exchangeClient.ts';
import { schemeOf } from './exchangeSignIn.ts';
import { keepConnected } from './reachStages.ts';
import { type RunWebStage, type WebContext, webFinding, webParameters, type WebWork } from './webStage.ts';

type Context = WebContext<ResolvedExchange>;

/** What is told by the kind of an answer, whatever it says. */
const codesOfKind: Partial<Record<EwsRefusal['refused']['kind'], FindingCode>> = {
  redirected: 'ewsUrlWrong',
  notFound: 'ewsUrlWrong',
  notEws: 'ewsUrlWrong',
};

const refused = (
  { refused: answer }: EwsRefusal,
  stage: StageName,
  { evidence, transcript }: WebWork,
  context: Context,
): Finding => {
  const { kind, status, responseCode, message, backOffMs, offered, location } = answer;
  const words = [responseCode, message, location].filter(Boolean).join(' ');
  transcript.server(`HTTP ${status} ${responseCode ?? ''}`.trim());
  evidence.reply({ command: 'EWS', code: status, enhanced: null, text: words });
  if (offered.length > 0) evidence.fact('signInMethods', [...offered]);
  const parameters = {
    ...webParameters(context.delivery),
    ...(backOffMs === null ? {} : { seconds: String(Math.ceil(backOffMs / 1_000)) }),
    ...{ methods: offered.join(', ') },
  };
  const code = codesOfKind[kind];
  if (code !== undefined) return webFinding(context, code, parameters);
  return diagnose({
    ...{ protocol: 'ews', stage, parameters, text: message },
    cloud: { status, error: responseCode },
  });
};

/** Some servers tell what they offer only to who asks as a program does; then the sign-in itself tells. */
const askOffer = async (work: WebWork, context: Context): Promise<Finding | null> => {
  const { state, evidence, transcript } = work;
  const path = exchangePath(context.delivery.values);
  transcript.client(`GET ${path}`);
  const { status, offered } = await askEwsSchemes(state.connection, path);
  transcript.server(`HTTP ${status} ${offered.join(', ')}`.trim());
  if (offered.length === 0) return null;
  evidence.fact('signInMethods', offered);
  const wanted = schemeOf[context.delivery.values.authentication.mode];
  if (offered.some((scheme) => scheme.toLowerCase() === wanted.toLowerCase())) return null;
  return webFinding(context, 'ewsMethodNotOffered', { method: wanted, methods: offered.join(', ') });
};

/** True when Exchange let us in, and only then said no. */
const isInside = ({ refused: { kind } }: EwsRefusal): boolean => kind === 'fault' || kind === 'error';

/** Asks for the inbox; null: it was opened. */
const openInbox = async (work: WebWork, context: Context): Promise<EwsRefusal | null> => {
  const { state, transcript } = work;
  await keepConnected(work, context);
  state.exchange = openExchange(context.delivery.values, state);
  transcript.client('POST GetFolder');
  try {
    state.serverVersion = await state.exchange.openInbox();
    transcript.server('HTTP 200');
    return null;
  } catch (error) {
    if (error instanceof EwsRefusal) return error;
    throw error;
  }
};

/** What is said of version and mailbox is for the stages after this one. */
const judgeOpening = (refusal: EwsRefusal | null, work: WebWork, context: Context): Finding | null => {
  if (refusal === null) return null;
  if (!isInside(refusal)) return refused(refusal, 'authenticate', work, context);
  work.state.inboxRefusal = refusal;
  work.state.serverVersion = refusal.refused.serverVersion;
  return null;
};

/** Signs in once, by asking for the inbox; with a kept token that is refused, a second time with a new one. */
const signIn = async (work: WebWork, context: Context): Promise<Finding | null> => {
  const refusal = await openInbox(work, context);
  const finding = judgeOpening(refusal, work, context);
  if (finding === null || refusal?.refused.kind !== 'signIn') return finding;
  const renewal = await renewToken(
    work,
    { context: context.tokens, session: work.state.tokens },
    { use: 'send', stage: 'authenticate', refused: finding },
  );
  if ('finding' in renewal) return renewal.finding;
  return judgeOpening(await openInbox(work, context), work, context);
};

/** Looks at what is offered, and signs in. */
export const runExchangeAuthenticate: RunWebStage<ResolvedExchange> = async (work, context) => {
  const { evidence } = work;
  const { values } = context.delivery;
  const userName = accountOf(values.authentication);
  if (userName !== '') evidence.fact('userName', userName);
  if ('source' in values.authentication) evidence.fact('credentialSource', values.authentication.source);
  evidence.fact('url', values.url);
  const withheld = await askOffer(work, context);
  if (withheld !== null) return withheld;
  evidence.fact('mechanism', schemeOf[values.authentication.mode]);
  return signIn(work, context);
};

const versionCodes = ['ErrorInvalidServerVersion', 'ErrorSchemaValidation', 'ErrorIncorrectSchemaVersion'];

/** Which Exchange it is, and whether it takes the schema that it is spoken to in. */
export const runVersion: RunWebStage<ResolvedExchange> = async (work, context) => {
  const { state, evidence } = work;
  const { exchangeVersion } = context.delivery.values;
  evidence.fact('requestVersion', schemaOf(exchangeVersion));
  if (state.serverVersion !== null) {
    const { product, build } = state.serverVersion;
    evidence.fact('exchangeVersion', product === null ? build : `${product} (${build})`);
  }
  const { inboxRefusal } = state;
  if (inboxRefusal === null) return null;
  if (!versionCodes.includes(inboxRefusal.refused.responseCode ?? '')) return null;
  return refused(inboxRefusal, 'version', work, context);
};

/** Whether the inbox of the mailbox could be opened. */
export const runFolder: RunWebStage<ResolvedExchange> = async (work, context) => {
  const { state, evidence } = work;
  const { impersonated, mailbox } = exchangeMailbox(context.delivery.values, state);
  const { authentication } = context.delivery.values;
  // Who signs in with a password or a ticket opens a mailbox that no request names.
  const opened =
    impersonated ?? mailbox ?? (authentication.mode === 'oauth2' ? authentication.userName : null);
  if (opened !== null) evidence.fact('mailbox', opened);
  evidence.fact('folder', 'inbox');
  return state.inboxRefusal === null ? null : refused(state.inboxRefusal, 'folder', work, context);
};

/** Hands the message to Exchange, once. */
export const runExchangeDeliver: RunWebStage<ResolvedExchange> = async (work, context) => {
  const { state, evidence, transcript } = work;
  const { values, recipients, compose } = context.delivery;
  const { messageId, source } = await compose();
  evidence.fact('sender', values.from.address);
  evidence.fact('recipient', recipients.join(', '));
  evidence.fact('messageId', messageId);
  evidence.fact('messageSizeBytes', source.length);
  if (await keepConnected(work, context)) state.exchange = openExchange(values, state);
  transcript.client(`POST CreateItem (${source.length} bytes)`);
  try {
    await state.exchange.send(source);
    transcript.server('HTTP 200');
    evidence.reply({ command: 'CreateItem', code: 200, enhanced: null, text: 'NoError' });
    return null;
  } catch (error) {
    if (error instanceof EwsRefusal) return refused(error, 'deliver', work, context);
    throw error;
  }
};
