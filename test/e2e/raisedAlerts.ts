import { type AlertStore, createAlertStore } from '../../electron/stores/alerts/alertStore.ts';
import { createDatabase } from '../../electron/stores/database/createDatabase.ts';

type RaisedAlert = Parameters<AlertStore['add']>[0];

/** Yesterday, in ms since 1970: what is old is forgotten. */
const yesterday = Date.now() - 86_400_000;

export const lockedAlert = (user: string): RaisedAlert => ({
  at: yesterday,
  ...{ severity: 'Warn', component: 'signIn', code: 'userLocked' },
  parameters: { user, userId: '11111111-1111-4111-8111-111111111111', machine: 'PC-1' },
});

export const refusedAlert = (recipient: string): RaisedAlert => ({
  at: yesterday + 60_000,
  ...{ severity: 'Error', component: 'mail', code: 'mailRefused' },
  parameters: { recipient, finding: 'wrongCredentials' },
});

export const brokenAlert: RaisedAlert = {
  at: yesterday + 120_000,
  ...{ severity: 'Fatal', component: 'audit', code: 'auditBroken' },
  parameters: { number: 17 },
};

export const backupAlert: RaisedAlert = {
  at: yesterday + 180_000,
  ...{ severity: 'Error', component: 'database', code: 'backupFailed' },
  parameters: { file: 'C:\\ProgramData\\Relay Console\\backups' },
};

/** Raises alerts in a data folder, as the program that has it open would. */
export const raiseAlerts =
  (alerts: readonly RaisedAlert[]) =>
  async (directory: string): Promise<void> => {
    const database = createDatabase({ directory, now: () => new Date() });
    const store = createAlertStore(database.query);
    for (const alert of alerts) await store.add(alert);
    await database.close();
  };
