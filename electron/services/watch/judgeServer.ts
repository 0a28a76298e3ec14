import type { NewAlert } from '../../stores/alerts/alertStore.ts';
import type { WatchMark } from '../../stores/watch/watchMarkStore.ts';
import { dayOf, daysUntil, type Ending, isShortLived } from '../ending/endingSteps.ts';
import { judgeEnding, type EndingVerdict } from './judgeEnding.ts';
import type { ServerIdentity, ServerSeen } from './observation.ts';

export type WatchAlert = Omit<NewAlert, 'at'>;

export type Judgement = {
  mark: WatchMark;
  /** What is told for the first time. */
  alerts: WatchAlert[];
};

const componentOf = ({ kind }: ServerIdentity): 'mail' | 'directory' =>
  kind === 'relay' || kind === 'mailbox' ? 'mail' : 'directory';

const certificateAlerts = (
  server: ServerIdentity,
  { news, toldStep }: EndingVerdict,
  endsAt: number | null,
  now: number,
): WatchAlert[] => {
  if (news === null || endsAt === null) return [];
  const component = componentOf(server);
  const parameters = { server: server.name, date: dayOf(endsAt) };
  if (news === 'renewed') return [{ severity: 'Success', component, code: 'certificateRenewed', parameters }];
  if (news !== 'expiring') return [{ severity: 'Error', component, code: 'certificateExpired', parameters }];
  const severity = toldStep === 1 ? 'Error' : 'Warn';
  const counted = { ...parameters, count: daysUntil(endsAt, now) };
  return [{ severity, component, code: 'certificateExpiring', parameters: counted }];
};

const silent = (
  server: ServerIdentity,
  finding: string,
  before: WatchMark | null,
  now: number,
): Judgement => ({
  mark: {
    ...{ key: server.key, kind: server.kind, name: server.name, profiles: server.profiles },
    ...{ state: 'silent', finding, isSilenceTold: true, checkedAt: now },
    isShortLived: before?.isShortLived ?? false,
    ...{ endsAt: before?.endsAt ?? null, toldStep: before?.toldStep ?? null, since: null, secretId: null },
  },
  alerts:
    before?.isSilenceTold === true
      ? []
      : [
          {
            ...{ severity: 'Error', component: componentOf(server), code: 'serverSilent' },
            parameters: { server: server.name, finding },
          },
        ],
});

const answerAlerts = (server: ServerIdentity, before: WatchMark | null): WatchAlert[] =>
  before?.isSilenceTold === true
    ? [
        {
          ...{ severity: 'Success', component: componentOf(server), code: 'serverAnswers' },
          parameters: { server: server.name },
        },
      ]
    : [];

/**
 * How a server stands, and what is told of it: that it is silent or answers again, and each step to the end of its certificate. A
 * certificate that cannot be seen now is judged again when it can. `now`: ms since 1970 UTC.
 */
export const judgeServer = (
  server: ServerIdentity,
  seen: ServerSeen,
  before: WatchMark | null,
  now: number,
): Judgement => {
  if (!seen.answers) return silent(server, seen.finding, before, now);
  const { certificate } = seen;
  const endsAt = certificate?.validTo ?? null;
  const ending: Ending | null = certificate && {
    ...{ endsAt: certificate.validTo, lifeMs: certificate.validTo - certificate.validFrom, isAge: false },
  };
  const verdict = judgeEnding(ending, before, now);
  return {
    mark: {
      ...{ key: server.key, kind: server.kind, name: server.name, profiles: server.profiles },
      ...{ state: verdict.state, toldStep: verdict.toldStep, endsAt, since: null, secretId: null },
      ...{ finding: null, isSilenceTold: false, checkedAt: now },
      isShortLived: ending !== null && isShortLived(ending, now),
    },
    alerts: [...answerAlerts(server, before), ...certificateAlerts(server, verdict, endsAt, now)],
  };
};
