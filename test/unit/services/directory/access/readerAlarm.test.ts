import { afterEach, beforeEach, expect, it } from 'vitest';
import { createReaderAlarm } from '../../../../../electron/services/directory/access/readerAlarm.ts';
import { makeFinding } from '../../../../../electron/services/knowledge/makeFinding.ts';
import { createAlertStore } from '../../../../../electron/stores/alerts/alertStore.ts';
import { openTemporaryDatabase, type TemporaryDatabase } from '../../../stores/database/temporaryDatabase.ts';

const refused = (reason: string, userName = 'reader@corp.example') =>
  makeFinding('readerRefused', { userName, controller: 'dc1.corp.example', reason });

let temporary: TemporaryDatabase;
beforeEach(async () => {
  temporary = await openTemporaryDatabase();
});
afterEach(() => temporary.remove());

/** As after a start of the program: nothing is remembered but what is stored. */
const openAlarm = () => {
  const store = createAlertStore(temporary.query);
  const unraised: unknown[] = [];
  const state = { isBroken: false };
  const alarm = createReaderAlarm({
    findLast: store.findLast,
    raise: async (alert) => {
      if (state.isBroken) throw new Error('disk full');
      return store.add({ ...alert, at: 0 });
    },
    report: (error) => void unraised.push(error),
  });
  const told = async () => {
    await alarm.settle();
    const all = { severities: [], components: [], isUnreadOnly: false, below: null, limit: 10 };
    return (await store.list(all, null)).toReversed().map(({ severity, code }) => `${severity} ${code}`);
  };
  return { ...alarm, told, unraised, state };
};

it('tells a refusal once, however often it is tried, and that it is over', async () => {
  const alarm = openAlarm();
  alarm.note(null);
  for (let time = 0; time < 3; time += 1) alarm.note(refused('directoryCredentialsWrong'));
  expect(await alarm.told()).toEqual(['Error readerRefused']);
  alarm.note(null);
  alarm.note(null);
  expect(await alarm.told()).toEqual(['Error readerRefused', 'Info readerAccepted']);
  alarm.note(refused('directoryCredentialsWrong'));
  expect(await alarm.told()).toEqual(['Error readerRefused', 'Info readerAccepted', 'Error readerRefused']);
});

it('remembers over a start of the program what was told', async () => {
  const before = openAlarm();
  before.note(refused('directoryCredentialsWrong'));
  await before.settle();
  const after = openAlarm();
  after.note(refused('directoryCredentialsWrong'));
  after.note(null);
  expect(await after.told()).toEqual(['Error readerRefused', 'Info readerAccepted']);
});

it('tells another reason, or another account, as another refusal', async () => {
  const alarm = openAlarm();
  alarm.note(refused('directoryCredentialsWrong'));
  alarm.note(refused('directoryAccountLocked'));
  alarm.note(refused('directoryAccountLocked', 'other@corp.example'));
  expect(await alarm.told()).toHaveLength(3);
});

it('says in the log why none was raised, and goes on', async () => {
  const alarm = openAlarm();
  alarm.state.isBroken = true;
  alarm.note(refused('directoryCredentialsWrong'));
  expect(await alarm.told()).toEqual([]);
  expect(alarm.unraised).toHaveLength(1);
  alarm.state.isBroken = false;
  alarm.note(refused('directoryCredentialsWrong'));
  expect(await alarm.told()).toEqual(['Error readerRefused']);
});
