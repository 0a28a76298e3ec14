import { TimeLimitError } from '../../../../concurrency/timeLimitError.ts';
import { isFailure } from '../../../../contract/failures.ts';
import type { Finding } from '../../../../contract/proof/finding.ts';
import type { StageName } from '../../../../contract/proof/proof.ts';
import { ConnectionError } from '../../../../protocols/net/connectionError.ts';
import { ProxyRefusal } from '../../../../protocols/net/proxyTunnel.ts';
import { UnsafeAddress } from '../../../../protocols/net/openWay.ts';
import { DiscoveryError, type DiscoveryErrorCode } from '../../../../protocols/oauth/discoverProvider.ts';
import {
  ClockWrong,
  FlowUnavailable,
  type FlowUnavailableReason,
  OAuthRefusal,
  PortInUse,
  PortReserved,
  UnusableAnswer,
  type UnusableAnswerCode,
} from '../../../../protocols/oauth/oauthError.ts';
import { CertificateRefusal } from '../../../../protocols/tls/openTrusted.ts';
import { diagnose } from '../../../knowledge/diagnose.ts';
import type { FindingCode } from '../../../knowledge/findingTable.ts';
import { makeFinding } from '../../../knowledge/makeFinding.ts';
import { SignInAgain } from '../../../oauth/signInAgain.ts';
import type { EvidenceWriter } from '../../../proof/evidenceWriter.ts';
import type { ProofPlan } from '../../../proof/runStages.ts';
import { PersonTimeout } from '../../../proof/stage.ts';
import { tellingError } from '../../../proof/systemError.ts';
import { atPort } from '../atPort.ts';
import { explainUnreachedProxy } from '../explainUnreachedProxy.ts';
import { atKnownProvider } from '../knownProvider.ts';
import { withIgnoredProxy, writeWay } from '../proxyWay.ts';
import { noteConsent, tokenParameters, writeAskerFacts } from './tokenFacts.ts';
import type { TokenSession } from './tokenSession.ts';

/** The stages that are about the provider of tokens, not about the mail server. */
export const tokenStages: readonly StageName[] = ['discover', 'token', 'claims'];

const unavailableCodes: Readonly<Record<FlowUnavailableReason, FindingCode>> = {
  proofMissing: 'clientCredentialNeeded',
  endpointMissing: 'oauthGrantNotOffered',
  keyKind: 'clientCertificateUnreadable',
  addressUnsafe: 'oauthAddressNotHttps',
};

const unusableCodes: Readonly<Record<UnusableAnswerCode, FindingCode>> = {
  notJson: 'oauthProviderUnreadable',
  withoutReason: 'oauthProviderUnreadable',
  withoutToken: 'oauthTokenEmpty',
  wrongIdentity: 'oauthStateWrong',
  clockWrong: 'oauthClockWrong',
  protocol: 'oauthProviderUnreadable',
};

const discoveryCodes: Readonly<Record<DiscoveryErrorCode, FindingCode>> = {
  issuerAddress: 'oauthAddressNotHttps',
  otherIssuer: 'oauthIssuerDiffers',
  noTokenEndpoint: 'oauthProviderUnreadable',
  unsafeEndpoint: 'oauthAddressNotHttps',
};

type Explaining = {
  stage: StageName;
  parameters: Record<string, string>;
  evidence: EvidenceWriter;
  /** Another person's sign-in was waited for. */
  isWaiting: boolean;
};

/** Where it happened. */
export type TokenFailure = { stage: StageName; evidence: EvidenceWriter; session: TokenSession };

const keepWords = (evidence: EvidenceWriter, command: string, code: number | null, text: string): void => {
  if (text !== '') evidence.reply({ command, code, enhanced: null, text });
};

const serverTimeParameter = (serverTimeMs: number | null): Record<string, string> =>
  serverTimeMs === null ? {} : { serverTime: new Date(serverTimeMs).toISOString() };

const explainRefusal = (refusal: OAuthRefusal, { stage, parameters, evidence }: Explaining): Finding => {
  const { error, description, errorNo, subError, status, correlationId, serverTimeMs } = refusal;
  keepWords(evidence, refusal.command, status, [error, description].filter(Boolean).join('\n'));
  if (correlationId !== null) evidence.fact('requestId', correlationId);
  return diagnose({
    ...{ protocol: 'oauth', stage, cloud: { status, error, errorNo, subError }, text: description },
    parameters: {
      ...parameters,
      error,
      ...serverTimeParameter(serverTimeMs),
    },
  });
};

/** The provider's reason says more than that somebody has to sign in again, where it is one that is known. */
const explainSignInAgain = ({ refusal }: SignInAgain, explaining: Explaining): Finding => {
  const finding = refusal && explainRefusal(refusal, explaining);
  if (finding !== null && finding.code !== 'oauthRefused') return finding;
  return makeFinding('oauthSignInAgain', explaining.parameters);
};

const explainUnusable = (error: UnusableAnswer, { parameters, evidence }: Explaining): Finding => {
  keepWords(evidence, error.command, error.status, error.words);
  const serverTimeMs = error instanceof ClockWrong ? error.serverTimeMs : null;
  return makeFinding(unusableCodes[error.code], { ...parameters, ...serverTimeParameter(serverTimeMs) });
};

/** No HTTP, or without an end; from the provider, or from the proxy before it. */
const isNonsense = (error: unknown): error is ConnectionError =>
  error instanceof ConnectionError && (error.code === 'EPROTO' || error.code === 'EMSGSIZE');

const explainNonsense = ({ words }: ConnectionError, { parameters, evidence }: Explaining): Finding => {
  keepWords(evidence, 'token', null, words);
  return makeFinding('oauthProviderUnreadable', parameters);
};

const explainDiscovery = ({ code, words }: DiscoveryError, { parameters, evidence }: Explaining): Finding => {
  keepWords(evidence, 'discovery', null, words);
  const named = code === 'otherIssuer' ? { issuer: words, expected: parameters['authority'] ?? '' } : {};
  return makeFinding(discoveryCodes[code], { ...parameters, ...named });
};

const explainProxy = (error: ProxyRefusal, { parameters, evidence }: Explaining): Finding => {
  keepWords(evidence, 'CONNECT', error.status, error.words);
  const code = error.code === 'EPROXYAUTH' ? 'proxySignInNeeded' : 'proxyRefused';
  return makeFinding(code, { ...parameters, proxy: error.proxy });
};

const explainCertificate = ({ code }: CertificateRefusal, explaining: Explaining): Finding => {
  const { stage, parameters, evidence } = explaining;
  evidence.fact('systemCode', code);
  return diagnose({ protocol: 'tls', stage, systemCode: code, text: code, parameters });
};

const whenTimeIsUp = (
  error: PersonTimeout | TimeLimitError,
  { parameters, isWaiting }: Explaining,
): Finding => {
  if (error instanceof TimeLimitError)
    return makeFinding(isWaiting ? 'oauthAnotherSignIn' : 'oauthProviderUnreachable', parameters);
  const isCode = parameters['flow'] === 'deviceCode';
  return makeFinding(isCode ? 'oauthDeviceCodeExpired' : 'oauthBrowserNotAnswered', parameters);
};

/** Where the sign-ins of people are kept. */
const isOfVault = (error: unknown): boolean =>
  isFailure(error) && (error.code === 'VAULT_LOCKED' || error.code === 'SECRET_UNREADABLE');

const findingOf = (error: unknown, explaining: Explaining): Finding | null => {
  const { parameters } = explaining;
  if (error instanceof OAuthRefusal) return explainRefusal(error, explaining);
  if (error instanceof SignInAgain) return explainSignInAgain(error, explaining);
  if (error instanceof UnusableAnswer) return explainUnusable(error, explaining);
  if (error instanceof DiscoveryError) return explainDiscovery(error, explaining);
  const ofProxy = explainUnreachedProxy(error, explaining);
  if (ofProxy !== null) return ofProxy;
  const told = tellingError(error);
  if (isNonsense(told)) return explainNonsense(told, explaining);
  if (error instanceof ProxyRefusal) return explainProxy(error, explaining);
  if (error instanceof CertificateRefusal) return explainCertificate(error, explaining);
  if (error instanceof PersonTimeout || error instanceof TimeLimitError)
    return whenTimeIsUp(error, explaining);
  if (isOfVault(error)) return makeFinding('vaultLocked', parameters);
  if (error instanceof UnsafeAddress) return makeFinding('oauthAddressNotHttps', parameters);
  if (error instanceof FlowUnavailable) return makeFinding(unavailableCodes[error.reason], parameters);
  if (error instanceof PortInUse)
    return makeFinding('oauthPortInUse', { ...parameters, port: String(error.port) });
  if (error instanceof PortReserved)
    return makeFinding('oauthPortReserved', { ...parameters, port: String(error.port) });
  return null;
};

/**
 * The finding of an error that ended a stage of tokens, with what was asked of whom as evidence; null: it is one of the
 * network, or nobody foresaw it.
 */
export const explainTokenError = (
  error: unknown,
  { stage, evidence, session: { need, way, endpoints, isWaiting } }: TokenFailure,
): Finding | null => {
  if (need === null) return null;
  writeAskerFacts(need, evidence);
  if (way !== null) writeWay(way, evidence);
  const parameters = tokenParameters(need, endpoints.get(need) ?? null);
  const finding = findingOf(error, { stage, evidence, parameters, isWaiting });
  if (finding !== null) noteConsent(finding, need, evidence);
  return finding;
};

/** What the texts of the network's findings name in these stages: the host that gives the tokens. */
export const tokenPeerParameters = ({ need, endpoints }: TokenSession): Record<string, string> =>
  need === null ? {} : tokenParameters(need, endpoints.get(need) ?? null);

/** True where the provider is spoken to: in its stages, and while a token is renewed in that of a server. */
export const isAboutTokens = ({ isRenewing }: TokenSession, stage: StageName): boolean =>
  tokenStages.includes(stage) || isRenewing;

/** The same explainer, for the stages of tokens too, and for a token that is renewed in another stage. */
export const withTokenErrors =
  (session: TokenSession, explain: ProofPlan['explain']): ProofPlan['explain'] =>
  (stage, error, evidence) => {
    const isKnown = isAboutTokens(session, stage);
    const found = isKnown ? explainTokenError(error, { stage, evidence, session }) : null;
    const finding = found ?? explain(stage, error, evidence);
    if (!isKnown) return finding;
    const told = atPort(atKnownProvider(finding), 'oauthConnectionRefused');
    return session.way === null ? told : withIgnoredProxy(told, session.way);
  };
