import { isGuid } from '../../../../contract/guid.ts';
import type { Finding } from '../../../../contract/proof/finding.ts';
import { readTokenClaims, type TokenClaims } from '../../../../protocols/oauth/tokenClaims.ts';
import { makeFinding } from '../../../knowledge/makeFinding.ts';
import { clientNeeds } from '../../../oauth/clientNeeds.ts';
import { isApplicationOfTenant } from '../../../oauth/resolvedClient.ts';
import type { EvidenceWriter } from '../../../proof/evidenceWriter.ts';
import type { StageWork } from '../../../proof/stage.ts';
import { renewToken } from './renewToken.ts';
import { noteConsent, tokenParameters } from './tokenFacts.ts';
import type { TokenNeed } from './tokenNeeds.ts';
import type { TokenContext, TokenSession } from './tokenSession.ts';

/** Providers allow clocks to differ by as much (Entra: five minutes). */
const allowedSkewMs = 300_000;

type Judged = { claims: TokenClaims; need: TokenNeed; now: number; parameters: Record<string, string> };

/** One slash at the end is none: Microsoft writes its audiences both ways. */
const plain = (audience: string): string => audience.toLowerCase().replace(/\/$/, '');

const audienceFinding = ({ claims, need, parameters }: Judged): Finding | null => {
  const { audiences } = clientNeeds(need.client, need.purposes);
  const wanted = new Set(audiences.map(plain));
  if (wanted.size === 0 || claims.audience.some((audience) => wanted.has(plain(audience)))) return null;
  const named = { audience: claims.audience.join(', '), wanted: audiences.join(', ') };
  return makeFinding('oauthAudienceWrong', { ...parameters, ...named });
};

const permissionFinding = ({ claims, need, parameters }: Judged): Finding | null => {
  const granted = new Set([...claims.roles, ...claims.scopes].map((name) => name.toLowerCase()));
  const missing = clientNeeds(need.client, need.purposes).permissions.filter(
    (permission) => !granted.has(permission.toLowerCase()),
  );
  if (missing.length === 0) return null;
  // Exchange Online may admit one by RBAC for Applications, of which no token says anything: the server decides.
  const code = isApplicationOfTenant(need.client) ? 'oauthApplicationRoleMissing' : 'oauthPermissionMissing';
  return makeFinding(code, { ...parameters, permissions: missing.join(', ') });
};

/** A tenant that is named by one of its domains, or by `common`, cannot be compared. */
const tenantFinding = ({ claims, need, parameters }: Judged): Finding | null => {
  const { place } = need.client;
  if (place.provider !== 'microsoft' || claims.tenantId === null || !isGuid(place.tenantId)) return null;
  if (claims.tenantId.toLowerCase() === place.tenantId.toLowerCase()) return null;
  return makeFinding('oauthTenantWrong', { ...parameters, tenant: claims.tenantId, wanted: place.tenantId });
};

const clockFinding = ({ claims: { notBeforeMs, expiresAtMs }, now, parameters }: Judged): Finding | null => {
  const isEarly = notBeforeMs !== null && notBeforeMs > now + allowedSkewMs;
  const isLate = expiresAtMs !== null && expiresAtMs < now;
  if (!isEarly && !isLate) return null;
  return makeFinding(isEarly ? 'oauthClockWrong' : 'oauthTokenExpired', parameters);
};

const writeClaims = ({ claims, need }: Judged, evidence: EvidenceWriter): void => {
  const { audiences } = clientNeeds(need.client, need.purposes);
  evidence.fact('audience', claims.audience);
  if (audiences.length > 0) evidence.fact('wantedAudience', [...audiences]);
  if (claims.issuer !== null) evidence.fact('issuer', claims.issuer);
  if (claims.tenantId !== null) evidence.fact('tenant', claims.tenantId);
  if (claims.clientId !== null) evidence.fact('applicationId', claims.clientId);
  if (claims.account !== null) evidence.fact('account', claims.account);
  if (claims.roles.length > 0) evidence.fact('roles', claims.roles);
  if (claims.scopes.length > 0) evidence.fact('scopes', claims.scopes);
  if (claims.expiresAtMs !== null) evidence.fact('expiresAt', new Date(claims.expiresAtMs).toISOString());
};

type Look = { finding: Finding | null; judged: Judged };

/** Null: the token says nothing of itself. */
const look = (need: TokenNeed, { now }: TokenContext, { given, endpoints }: TokenSession): Look | null => {
  const token = given.get(need);
  const claims = token && readTokenClaims(token.accessToken);
  if (!claims) return null;
  const parameters = tokenParameters(need, endpoints.get(need) ?? token.endpoints);
  const judged = { claims, need, parameters, now: now().getTime() };
  const finding =
    audienceFinding(judged) ?? tenantFinding(judged) ?? clockFinding(judged) ?? permissionFinding(judged);
  return { finding, judged };
};

/** A kept token may be from before what it lacks was granted: then a new one is judged in its place. */
const lookAnew = async (
  { finding, judged }: Look,
  work: StageWork,
  context: TokenContext,
  session: TokenSession,
): Promise<Look> => {
  const { need } = judged;
  const [use] = need.uses;
  if (finding === null || use === undefined) return { finding, judged };
  const refused = { use, stage: 'claims', refused: finding } as const;
  const renewal = await renewToken(work, { context, session }, refused);
  if ('finding' in renewal) return { finding: renewal.finding, judged };
  return look(need, context, session) ?? { finding: null, judged };
};

/**
 * Looks at what the tokens say of themselves, so that a wrong one is known before the mail server refuses it without a
 * reason. One that says nothing, as Google's, passes. A kept one that is wrong is renewed once.
 */
export const runClaims = async (
  work: StageWork,
  context: TokenContext,
  session: TokenSession,
): Promise<Finding | null> => {
  const { evidence, transcript } = work;
  let warning: Finding | null = null;
  for (const need of session.given.keys()) {
    session.need = need;
    const first = look(need, context, session);
    if (first === null) {
      transcript.note('no JWT');
      continue;
    }
    const { finding, judged } = await lookAnew(first, work, context, session);
    if (finding !== null || need.uses.includes('send')) writeClaims(judged, evidence);
    if (finding === null) continue;
    noteConsent(finding, need, evidence);
    if (finding.severity === 'error') return finding;
    warning ??= finding;
  }
  return warning;
};
