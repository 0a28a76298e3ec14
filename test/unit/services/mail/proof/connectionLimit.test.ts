import { describe, expect, it } from 'vitest';
import {
  createConnectionLimit,
  type MailAccount,
} from '../../../../../electron/services/mail/proof/connectionLimit.ts';

const alice: MailAccount = { host: 'mail.corp.example', port: 587, userName: 'alice' };
const never = new AbortController().signal;
const turn = () => new Promise(setImmediate);

/** Who asked, and who of them was let in so far. */
const createDoor = () => {
  const limit = createConnectionLimit();
  const inside: string[] = [];
  const ask = async (name: string, most: number | null = 1, changes: Partial<MailAccount> = {}) => {
    const place = await limit.enter({ ...alice, ...changes }, most, never);
    inside.push(name);
    return place;
  };
  return { limit, inside, ask };
};

describe('the limit of connections', () => {
  it('lets many in one after the other, in the order in which they asked, never two at once', async () => {
    const { inside, ask } = createDoor();
    const names = Array.from({ length: 20 }, (_, index) => `number ${index}`);
    let now = 0;
    let most = 0;
    const use = async (name: string): Promise<void> => {
      const { release } = await ask(name);
      now += 1;
      most = Math.max(most, now);
      await turn();
      now -= 1;
      release();
    };
    await Promise.all(names.map(use));
    expect(most).toBe(1);
    expect(inside).toEqual(names);
  });

  it('gives up a place once, however often it is told', async () => {
    const { inside, ask } = createDoor();
    const first = await ask('first');
    void ask('second');
    void ask('third');
    first.release();
    first.release();
    await turn();
    expect(inside).toEqual(['first', 'second']);
  });

  it('forgets who does not want to wait any more, and lets in who comes after', async () => {
    const { limit, inside, ask } = createDoor();
    const impatient = new AbortController();
    const first = await ask('first');
    const gone = limit.enter(alice, 1, impatient.signal);
    void ask('third');
    impatient.abort(new Error('enough'));
    await expect(gone).rejects.toThrow('enough');
    first.release();
    await turn();
    expect(inside).toEqual(['first', 'third']);
    await expect(limit.enter(alice, null, impatient.signal)).rejects.toThrow('enough');
  });

  it.each([
    ['another server', { host: 'other.corp.example' }],
    ['another port', { port: 465 }],
    ['another account', { userName: 'bob' }],
    ['nobody', { userName: '' }],
  ])('counts %s by itself', async (_, other) => {
    const { ask } = createDoor();
    await ask('first');
    expect((await ask('second', 1, other)).waitedMs).toBe(0);
  });

  it('takes the same account in other letters for the same', async () => {
    const { inside, ask } = createDoor();
    const first = await ask('first');
    void ask('second', 1, { host: 'MAIL.corp.example', userName: 'Alice' });
    await turn();
    expect(inside).toEqual(['first']);
    first.release();
    await turn();
    expect(inside).toEqual(['first', 'second']);
  });

  it('sends away whoever only keeps a place for later, as soon as somebody waits for one', async () => {
    const { inside, ask } = createDoor();
    const place = await ask('kept');
    place.rest(place.release);
    expect(inside).toEqual(['kept']);
    await ask('second');
    expect(inside).toEqual(['kept', 'second']);
  });

  it('sends away nobody who uses a place again, and at once who keeps one that is waited for', async () => {
    const { inside, ask } = createDoor();
    const place = await ask('kept');
    const useAgain = place.rest(place.release);
    useAgain();
    expect(place.isAwaited).toBe(false);
    const second = ask('second');
    await turn();
    expect(inside).toEqual(['kept']);
    expect(place.isAwaited).toBe(true);
    place.rest(place.release);
    await second;
    expect(inside).toEqual(['kept', 'second']);
  });

  it('sends away as many as are too many for the one who waits', async () => {
    const { inside, ask } = createDoor();
    for (const name of ['one', 'two', 'three']) {
      const place = await ask(name, null);
      place.rest(place.release);
    }
    await ask('alone', 1);
    expect(inside.at(-1)).toBe('alone');
  });

  it('counts who has no limit, and lets nobody with a higher one wait for a lower one', async () => {
    const { inside, ask } = createDoor();
    const first = await ask('without', null);
    const second = await ask('without', null);
    void ask('one', 1);
    await ask('three', 3);
    expect(inside).toEqual(['without', 'without', 'three']);
    first.release();
    second.release();
    await turn();
    expect(inside).not.toContain('one');
  });
});
