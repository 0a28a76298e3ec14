import { beforeEach, describe, expect, it } from 'vitest';
import type { ChainCut } from '../../../../electron/stores/audit/chainEnd.ts';
import { createUpkeepDuty } from '../../../../electron/services/background/upkeepDuty.ts';

const day = 86_400_000;
const start = 200 * day;
const never = new AbortController().signal;

let clock: number;
let lastBackupAt: number | null;
let brokenAt: number | null;
let cut: ChainCut | null;
let backup: () => Promise<void>;
let raised: { code: string; parameters: Readonly<Record<string, string | number>> }[];
let done: string[];

const createDuty = () =>
  createUpkeepDuty({
    database: {
      backupDirectory: '/data/backups',
      lastBackupAt: async () => lastBackupAt,
      keepBackup: () => backup(),
    },
    dropOldAudit: async () => void done.push('audit dropped'),
    verifyAudit: async () => ({ checked: 0, brokenAt, cut }),
    lastTold: async (wanted) => Number(raised.findLast(({ code }) => code === wanted)?.parameters['number']),
    raise: async ({ code, parameters }) => void raised.push({ code, parameters }),
    forget: async (before) => void done.push(`forgot ${(clock - before) / day} days`),
    now: () => clock,
    log: { error: () => undefined },
  });

beforeEach(() => {
  clock = start;
  lastBackupAt = null;
  brokenAt = null;
  cut = null;
  raised = [];
  done = [];
  backup = async () => {
    done.push('backup');
    lastBackupAt = clock;
  };
});

describe('the daily upkeep', () => {
  it('is done once a day, however often the program starts', async () => {
    expect(await createDuty().run(never)).toBe(start + day);
    expect(done).toEqual(['backup', 'forgot 90 days', 'audit dropped']);
    clock += day - 1;
    expect(await createDuty().run(never)).toBe(start + day);
    expect(done).toHaveLength(3);
    clock += 1;
    await createDuty().run(never);
    expect(done).toHaveLength(6);
  });

  it('is not put off by a copy that a wrong clock dated years ahead', async () => {
    lastBackupAt = start + 3_650 * day;
    expect(await createDuty().run(never)).toBe(start + day);
    expect(done[0]).toBe('backup');
  });

  it('tells that there is no backup, and does the rest', async () => {
    backup = () => Promise.reject(new Error('full'));
    const duty = createDuty();
    expect(await duty.run(never)).toBe(start + day);
    expect(raised).toEqual([{ code: 'backupFailed', parameters: { file: '/data/backups' } }]);
    expect(done).toEqual(['forgot 90 days', 'audit dropped']);
    await duty.run(never);
    expect(raised).toHaveLength(1);
  });

  it('tells of each break of the audit once', async () => {
    for (const at of [7, 7, 3]) {
      brokenAt = at;
      await createDuty().run(never);
      clock += day;
    }
    expect(raised.map(({ parameters }) => parameters)).toEqual([{ number: 7 }, { number: 3 }]);
  });

  it('tells once that the newest rows are gone', async () => {
    cut = { from: 8, until: 9 };
    await createDuty().run(never);
    clock += day;
    await createDuty().run(never);
    expect(raised).toEqual([{ code: 'auditCut', parameters: { number: 9 } }]);
  });
});
