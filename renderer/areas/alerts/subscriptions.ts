import {
  alertRhythms,
  alertSeverities,
  type AlertSeverity,
  type AlertSubscriptions,
} from '../../../electron/contract/alerts/alert.ts';

/** The subscriptions with this rhythm for a severity; what is no rhythm, such as `never`, takes it out. */
export const withRhythm = (
  subscriptions: AlertSubscriptions,
  severity: AlertSeverity,
  chosen: string,
): AlertSubscriptions => {
  const changed = { ...subscriptions };
  const rhythm = alertRhythms.find((each) => each === chosen);
  if (rhythm) changed[severity] = rhythm;
  else delete changed[severity];
  return changed;
};

/** True when both want the same. */
export const wantTheSame = (one: AlertSubscriptions, other: AlertSubscriptions): boolean =>
  alertSeverities.every((severity) => one[severity] === other[severity]);
