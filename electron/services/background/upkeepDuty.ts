import { dayMs } from '../../contract/dayMs.ts';
import type { NewAlert } from '../../stores/alerts/alertStore.ts';
import type { AuditVerdict } from '../audit/auditReading.ts';
import type { Database } from '../../stores/database/createDatabase.ts';
import type { ProblemLog } from '../../stores/problemLog.ts';
import type { Duty } from './background.ts';

type AuditAlert = 'auditBroken' | 'auditCut';

export type UpkeepParts = {
  database: Pick<Database, 'lastBackupAt' | 'keepBackup' | 'backupDirectory'>;
  /** Drops what is older than the settings say of the audit. */
  dropOldAudit: () => Promise<void>;
  verifyAudit: (signal: AbortSignal) => Promise<AuditVerdict>;
  /** The row of which this was last said; null: it was never said. */
  lastTold: (code: AuditAlert) => Promise<number | null>;
  raise: (alert: Omit<NewAlert, 'at'>) => Promise<unknown>;
  /** Forgets sessions, attempts and alerts of before this moment, in ms since 1970 UTC. */
  forget: (before: number) => Promise<void>;
  /** ms since 1970 UTC. */
  now: () => number;
  log: ProblemLog;
};

const keptMs = 90 * dayMs;

const createBackup =
  ({ database, raise, log }: UpkeepParts) =>
  async (): Promise<void> => {
    const file = database.backupDirectory;
    try {
      await database.keepBackup();
    } catch (error) {
      log.error('database.backupFailed', { file, error });
      await raise({ severity: 'Error', component: 'database', code: 'backupFailed', parameters: { file } });
    }
  };

/** A break is told once: nobody can mend it, and it would be told every day. */
const createAuditCheck =
  ({ verifyAudit, lastTold, raise }: UpkeepParts) =>
  async (signal: AbortSignal): Promise<void> => {
    const tell = async (code: AuditAlert, number: number | null): Promise<void> => {
      if (number === null || number === (await lastTold(code))) return;
      await raise({ severity: 'Fatal', component: 'audit', code, parameters: { number } });
    };
    const { brokenAt, cut } = await verifyAudit(signal);
    await tell('auditBroken', brokenAt);
    await tell('auditCut', cut && cut.until);
  };

/** Once a day, counted from the last copy of the database, however often the program is started: copies, checks, forgets. */
export const createUpkeepDuty = (parts: UpkeepParts): Duty => {
  const { database, dropOldAudit, forget, now } = parts;
  const keepBackup = createBackup(parts);
  const checkAudit = createAuditCheck(parts);
  /** What failed is tried again after a day, too. */
  let triedAt: number | null = null;
  /** A moment that a wrong clock dated ahead counts as none: it would put everything off until then. */
  const past = (at: number | null): number => (at === null || at > now() ? -Infinity : at);

  return {
    name: 'upkeep',
    run: async (signal) => {
      const dueAt = Math.max(past(await database.lastBackupAt()), past(triedAt)) + dayMs;
      if (now() < dueAt) return dueAt;
      const at = now();
      triedAt = at;
      await keepBackup();
      await forget(at - keptMs);
      await dropOldAudit();
      await checkAudit(signal);
      return at + dayMs;
    },
  };
};
