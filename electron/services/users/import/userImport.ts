import { randomUUID } from 'node:crypto';
import type { ImportFault, ImportReport, ImportRow } from '../../../contract/users/userImport.ts';
import { nameKey } from '../../../stores/users/nameKey.ts';
import type { PeopleStores, PeopleTransaction } from '../../../stores/users/peopleTransaction.ts';
import type { AuditChange } from '../../../stores/audit/auditEntry.ts';
import { changesNamed, valueChanges } from '../../audit/valueChanges.ts';
import type { Actor } from '../actor.ts';
import { userChanges } from '../auditedUser.ts';
import { readUserCsv } from '../csv/userCsv.ts';
import { readUserRow, type UserRowValues } from '../csv/userRowValues.ts';
import { type PeopleFacts, readPeopleFacts } from '../peopleFacts.ts';
import { isReservedName } from '../reservedName.ts';
import { administratorsGained, type PlannedRow, planRow } from './importPlan.ts';

export type UserImportParts = { transact: PeopleTransaction; now: () => number };

type ImportPlan = {
  faults: readonly ImportFault[];
  rows: readonly ImportRow[];
  planned: readonly PlannedRow[];
};

/** A name that stands in the file twice would be judged by the order of lines. */
const findDoubles = (rows: readonly UserRowValues[]): ReadonlyMap<number, ImportFault> => {
  const seen = new Set<string>();
  const doubles = new Map<number, ImportFault>();
  for (const { line, name } of rows) {
    const key = nameKey(name);
    if (seen.has(key)) doubles.set(line, { line, column: 'userName', code: 'csvDoubleName', parameters: {} });
    seen.add(key);
  }
  return doubles;
};

const reservedFaults = ({ line, user, values: { name } }: PlannedRow): ImportFault[] =>
  user === null && isReservedName(name)
    ? [{ line, column: 'userName', code: 'userNameTaken', parameters: {} }]
    : [];

/** All that is wrong with a row at once: of its form, and of what it asks for. */
const withFormFaults = (planned: PlannedRow, formFaults: readonly ImportFault[]): PlannedRow => {
  const faults = [...formFaults, ...planned.faults, ...reservedFaults(planned)];
  return faults.length === 0 ? planned : { ...planned, verdict: 'refused', faults };
};

type ReadRow = ReturnType<typeof readUserRow>;

const planRows = async (
  stores: PeopleStores,
  read: readonly ReadRow[],
  actor: Actor,
): Promise<PlannedRow[]> => {
  const ids = await stores.users.findIdsByName(read.map(({ values }) => values.name));
  const users = new Map((await stores.users.findAll([...ids.values()])).map((user) => [user.id, user]));
  let facts = await readPeopleFacts(stores);
  return read.map(({ values, faults }) => {
    const user = users.get(ids.get(nameKey(values.name)) ?? '') ?? null;
    const planned = withFormFaults(planRow(values, user, { actor, facts }), faults);
    const gained = planned.faults.length === 0 ? administratorsGained(planned, facts) : 0;
    facts = { ...facts, activeAdministrators: facts.activeAdministrators + gained };
    return planned;
  });
};

const plan = async (stores: PeopleStores, content: Uint8Array, actor: Actor): Promise<ImportPlan> => {
  const file = readUserCsv(content);
  if (file.faults.length > 0) return { faults: file.faults, rows: [], planned: [] };
  const read = file.rows.map(readUserRow);
  const doubles = findDoubles(read.map(({ values }) => values));
  const withDoubles = read.map(({ values, faults }) => ({
    values,
    faults: [...faults, ...[doubles.get(values.line)].filter((double) => double !== undefined)],
  }));
  const planned = await planRows(stores, withDoubles, actor);
  return {
    faults: planned.flatMap(({ faults }) => faults),
    rows: planned.map(({ line, values: { name }, verdict }) => ({ line, name, verdict })),
    planned,
  };
};

const write = async (
  { users, resetCodes, sessions }: PeopleStores,
  { user, values, grants, verdict }: PlannedRow,
  now: number,
): Promise<void> => {
  if (verdict === 'unchanged') return;
  if (!user) {
    const fresh = { id: randomUUID(), kind: 'localUser' as const, isBuiltIn: false, createdAt: now };
    return users.add({ ...fresh, values, grants });
  }
  await users.replace(user.id, user.revision, values, grants);
  if (values.mail !== user.mail) await resetCodes.revokeAll(user.id, now);
  if (!values.isActive) await sessions.endAllOf(user.id, 'deactivated', now);
};

const importChanges = (planned: readonly PlannedRow[], facts: PeopleFacts): AuditChange[] =>
  planned.flatMap(({ user, values, grants }) =>
    changesNamed(
      values.name,
      userChanges(user && { values: user, grants: user.grants }, { values, grants }, facts),
    ),
  );

/** How many rows were done, or what kept all of them from it. */
const countRows = (rows: readonly ImportRow[], isApplied: boolean): AuditChange[] => {
  const count = (wanted: ImportRow['verdict']) => rows.filter(({ verdict }) => verdict === wanted).length;
  const refused = count('refused');
  const counted = isApplied
    ? { added: count('add'), changed: count('change'), unchanged: count('unchanged') }
    : { refused, notDone: rows.length - refused };
  return valueChanges('import', null, counted);
};

/** Adds and changes local users from a CSV file: every row, or none. What is wrong with it is in the report. */
export const createUserImport = ({ transact, now }: UserImportParts) => {
  const bytes = (base64: string): Uint8Array => Buffer.from(base64, 'base64');
  return {
    previewImport: async ({ base64 }: { base64: string }, actor: Actor): Promise<ImportReport> => {
      const { faults, rows } = await transact((stores) => plan(stores, bytes(base64), actor));
      return { faults: [...faults], rows: [...rows], isApplied: false };
    },

    applyImport: ({ base64 }: { base64: string }, actor: Actor): Promise<ImportReport> =>
      transact(async (stores) => {
        const { faults, rows, planned } = await plan(stores, bytes(base64), actor);
        actor.note({ changes: countRows(rows, faults.length === 0) });
        if (faults.length > 0) actor.note({ result: 'INVALID_INPUT' });
        else {
          for (const row of planned) await write(stores, row, now());
          actor.note({ changes: importChanges(planned, await readPeopleFacts(stores)) });
        }
        return { faults: [...faults], rows: [...rows], isApplied: faults.length === 0 };
      }),
  };
};
