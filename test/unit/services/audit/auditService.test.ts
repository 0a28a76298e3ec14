import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isFailure } from '../../../../electron/contract/failures.ts';
import type { Revision } from '../../../../electron/contract/settings/settings.contract.ts';
import type { AuditedCall } from '../../../../electron/services/audit/auditedCall.ts';
import { type AuditService, createAuditService } from '../../../../electron/services/audit/auditService.ts';
import { type Noted, noteNothing } from '../../../../electron/services/audit/note.ts';
import { createAuditStore } from '../../../../electron/stores/audit/auditStore.ts';
import { createChainEnd } from '../../../../electron/stores/audit/chainEnd.ts';
import { openTemporaryDatabase, type TemporaryDatabase } from '../../stores/database/temporaryDatabase.ts';

const anna = '5d5c1f1b-58f0-4a5c-9f5e-0b9f4a5e7a10';
const dayMs = 86_400_000;
const begin = Date.UTC(2026, 0, 1);
const everything = {
  ...{ from: null, until: null, userId: null, operation: null, outcome: null, result: null, text: '' },
};
const call: AuditedCall = {
  ...{ userId: null, user: 'anna', door: 'browser', operation: 'roles.createRole', subject: 'Operator' },
  changes: [{ path: 'role.name', before: null, after: '"Operator"' }],
  ...{ settingsRevision: null, result: 'done' },
};
const revision = (number: number): Revision => ({
  ...{ revision: number, at: new Date(begin).toISOString(), by: 'anna', operation: 'settings.saveGeneral' },
  changes: [{ path: 'general.theme', before: null, after: `"${number}"` }],
});

let database: TemporaryDatabase;
let audit: AuditService;
let now: number;

beforeEach(async () => {
  now = begin;
  database = await openTemporaryDatabase();
  audit = createAuditService({
    store: createAuditStore(database.query),
    end: createChainEnd({ ...database, log: { error: () => undefined } }),
    listRevisions: async () => ({ revisions: [9, 8, 7].map(revision) }),
    machine: 'SRV-1',
    now: () => now,
  });
});

afterEach(() => database.remove());

const contentOf = async (format: 'csv' | 'json', text = ''): Promise<string> => {
  const { base64 } = await audit.exportEntries({ ...everything, text }, format, noteNothing);
  return Buffer.from(base64, 'base64').toString();
};

describe('the audit as a service', () => {
  it('keeps a call with machine and time, and lists it without its changes', async () => {
    await audit.record(call);
    const { entries } = await audit.listEntries({ filter: everything, below: null, limit: 10 });
    const shown = { number: 1, at: '2026-01-01T00:00:00.000Z', machine: 'SRV-1', user: 'anna' };
    expect(entries).toEqual([expect.objectContaining(shown)]);
    expect(entries[0]).not.toHaveProperty('changes');
    expect(await audit.getEntry(1)).toMatchObject({ ...shown, changes: call.changes });
  });

  it('reads what a call changed in the settings from the revision that it saved, whoever saved since', async () => {
    await audit.record({ ...call, changes: [], settingsRevision: 8 });
    expect((await audit.getEntry(1)).changes).toEqual(revision(8).changes);
  });

  it('knows no entry that is not there', async () => {
    const error: unknown = await audit.getEntry(1).catch((caught: unknown) => caught);
    expect(isFailure(error) && error.code).toBe('NOT_FOUND');
  });

  it('finds by time, outcome and words', async () => {
    await audit.record(call);
    now += dayMs;
    await audit.record({ ...call, result: 'NOT_ALLOWED' });
    const found = async (filter: object): Promise<number[]> => {
      const page = { filter: { ...everything, ...filter }, below: null, limit: 10 };
      return (await audit.listEntries(page)).entries.map(({ number }) => number);
    };
    expect(await found({ from: '2026-01-01T12:00:00.000Z' })).toEqual([2]);
    expect(await found({ until: '2026-01-01T12:00:00.000Z' })).toEqual([1]);
    expect(await found({ outcome: 'refused' })).toEqual([2]);
    expect(await found({ text: 'operator srv' })).toEqual([2, 1]);
  });

  it('drops what is older than the days that are kept, and nothing for 0', async () => {
    await audit.record(call);
    await audit.close();
    now += 10 * dayMs;
    await audit.record(call);
    expect(await audit.dropOld(0)).toBe(0);
    expect(await audit.dropOld(9)).toBe(1);
    expect(await audit.verifyChain()).toEqual({
      ...{ checked: 1, brokenAt: null, cut: null },
      at: new Date(now).toISOString(),
    });
  });
});

describe('an audit whose newest rows are gone', () => {
  const cutOff = async (): Promise<void> => {
    for (let row = 0; row < 3; row += 1) await audit.record(call);
    await audit.close();
    const query = await database.query();
    await sql`DROP TRIGGER "audit.noDelete"`.execute(query);
    await sql`DELETE FROM audit WHERE number > 1`.execute(query);
  };

  it('is accepted by an administrator, which is told to the audit', async () => {
    await cutOff();
    const noted: Noted[] = [];
    await audit.acceptEnd({ isAdministrator: true, note: (more) => noted.push(more) });
    expect(noted).toEqual([{ changes: [{ path: 'chain.newest', before: '3', after: '1' }] }]);
    expect(await audit.verifyChain()).toMatchObject({ cut: null });
  });

  it('is accepted by nobody else', async () => {
    await cutOff();
    const refused = audit.acceptEnd({ isAdministrator: false, note: noteNothing });
    await expect(refused).rejects.toMatchObject({ code: 'ADMINISTRATOR_REQUIRED' });
    expect(await audit.verifyChain()).toMatchObject({ cut: { from: 2, until: 3 } });
  });
});

describe('an exported audit', () => {
  it('is CSV that no spreadsheet runs', async () => {
    await audit.record({ ...call, subject: '=HYPERLINK("http://evil.example")' });
    const [header = '', line = ''] = (await contentOf('csv')).split('\r\n');
    expect(header).toContain('number,at,user,userId,door,machine,operation,subject,changes,result,hash');
    expect(line).toContain('"\'=HYPERLINK(""http://evil.example"")"');
    expect(line).toContain('role.name:  → ""Operator""');
  });

  it('is JSON with every change, of the entries that are wanted', async () => {
    await audit.record(call);
    await audit.record({ ...call, subject: 'Auditor' });
    const [entry, ...others] = JSON.parse(await contentOf('json', 'auditor')) as unknown[];
    expect(entry).toMatchObject({ number: 2, subject: 'Auditor', changes: call.changes });
    expect(others).toEqual([]);
  });

  it('says how many entries it holds', async () => {
    await audit.record(call);
    expect(await audit.exportEntries(everything, 'csv', noteNothing)).toMatchObject({
      ...{ fileName: 'audit-2026-01-01.csv', entries: 1, isWhole: true },
    });
  });

  it('is told to the audit: which entries, and how many', async () => {
    await audit.record({ ...call, userId: anna });
    const noted: Noted[] = [];
    await audit.exportEntries({ ...everything, userId: anna, text: 'operator' }, 'csv', (more) =>
      noted.push(more),
    );
    expect(noted).toEqual([
      {
        subject: 'audit-2026-01-01.csv',
        changes: [
          { path: 'export.rows', before: null, after: '1' },
          { path: 'export.search', before: null, after: '"operator"' },
          { path: 'export.user', before: null, after: '"anna"' },
        ],
      },
    ]);
  });
});
