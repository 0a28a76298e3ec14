import type { NewAlert } from '../../stores/alerts/alertStore.ts';
import type { StoredNotice } from '../../stores/notices/storedNotice.ts';

/** What is told of a mail of the program that did not get to its recipient. */
export const undeliveredAlert = ({ kind, toAddress, lastResult }: StoredNotice): Omit<NewAlert, 'at'> => {
  const finding = lastResult?.outcome === 'refused' ? { finding: lastResult.finding.code } : {};
  return {
    severity: 'Error',
    ...(kind === 'alert'
      ? { component: 'alerts', code: 'alertMailFailed' }
      : { component: 'mail', code: 'mailRefused' }),
    parameters: { recipient: toAddress, ...finding },
  };
};
