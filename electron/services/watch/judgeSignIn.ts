import type { AlertCode } from '../../contract/alerts/alert.ts';
import { dayMs } from '../../contract/dayMs.ts';
import type { WatchMark } from '../../stores/watch/watchMarkStore.ts';
import { dayOf, daysUntil } from '../ending/endingSteps.ts';
import { type EndingNews, type EndingVerdict, judgeEnding } from './judgeEnding.ts';
import type { Judgement, WatchAlert } from './judgeServer.ts';
import type { WatchedSignIn } from './observation.ts';
import { signInEnding } from './signInEnding.ts';

type Codes = Readonly<Record<EndingNews, AlertCode>>;

const sendingCodes: Codes = {
  expiring: 'credentialExpiring',
  expired: 'credentialExpired',
  old: 'credentialOld',
  renewed: 'credentialRenewed',
};

/** Without the mailbox mail still goes. */
const codes: Readonly<Record<WatchedSignIn['part'], Codes>> = {
  authentication: sendingCodes,
  arrival: { ...sendingCodes, expiring: 'mailboxCredentialExpiring', expired: 'mailboxCredentialExpired' },
};

const severityOf = ({ news, toldStep }: EndingVerdict): WatchAlert['severity'] => {
  if (news === 'renewed') return 'Success';
  return news === 'expired' || toldStep === 1 ? 'Error' : 'Warn';
};

/** An old password has no day on which it ends: it is told since when it is there. */
const alertsOf = (
  { profileName, kind, part }: WatchedSignIn,
  verdict: EndingVerdict,
  { endsAt, since }: Pick<WatchMark, 'endsAt' | 'since'>,
  now: number,
): WatchAlert[] => {
  const { news } = verdict;
  if (news === null || endsAt === null) return [];
  const told = { profile: profileName, credential: kind };
  const date = dayOf(news === 'old' ? (since ?? endsAt) : endsAt);
  const parameters = {
    ...told,
    ...(news === 'renewed' ? {} : { date }),
    ...(news === 'expiring' ? { count: daysUntil(endsAt, now) } : {}),
  };
  return [{ severity: severityOf(verdict), component: 'mail', code: codes[part][news], parameters }];
};

/** The name under which the mark of a secret is kept. */
export const signInKey = ({ kind, profileId, part }: WatchedSignIn): string =>
  ['signIn', kind, profileId, part].join(':');

/**
 * Since when the secret of a mark is known, in ms since 1970 UTC: a clock that was wrong then may not make it younger than it
 * is. Where this clock is far behind the last look, either may be wrong, and one look alone does not make it older.
 */
const firstSeenAt = ({ since, checkedAt }: WatchMark, now: number): number => {
  if (since === null || since <= now) return since ?? now;
  return now < checkedAt - dayMs ? since : now;
};

/** How a secret stands, and what is told of it: each step to its end, once. `now`: ms since 1970 UTC. */
export const judgeSignIn = (signIn: WatchedSignIn, before: WatchMark | null, now: number): Judgement => {
  const { kind, name, profileName, secretId } = signIn;
  const isSameSecret = before !== null && before.secretId === secretId;
  const { ending, since } = signInEnding(signIn, isSameSecret ? firstSeenAt(before, now) : now);
  const verdict = judgeEnding(ending, before, now);
  const endsAt = ending?.endsAt ?? null;
  const mark: WatchMark = {
    ...{ key: signInKey(signIn), kind, name, profiles: [profileName] },
    ...{ state: verdict.state, toldStep: verdict.toldStep, endsAt, since, secretId },
    ...{ finding: null, isSilenceTold: false, isShortLived: false, checkedAt: now },
  };
  return { mark, alerts: alertsOf(signIn, verdict, mark, now) };
};
