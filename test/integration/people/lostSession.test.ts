import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHttpClient } from '../../../renderer/api/client.ts';
import { type Browser, enterWith, openPeopleDoor, type PeopleDoor } from './openPeopleDoor.ts';

let door: PeopleDoor;
let admin: Browser;
beforeEach(async () => {
  door = await openPeopleDoor();
  admin = await door.setUp();
});
afterEach(() => door.close());

/** A page whose session the door has forgotten, as it does when a thousand others came. */
const openForgottenPage = async () => {
  let { jar } = await door.browse();
  jar = { ...jar, authorization: `Bearer ${'A'.repeat(43)}` };
  let begun = 0;
  const begin = async (): Promise<void> => {
    begun += 1;
    ({ jar } = await door.browse());
  };
  const { session, users } = createHttpClient(door.origin, () => jar, begin);
  return { session, users, begun: () => begun };
};

describe('a page whose session the door has forgotten', () => {
  it('signs in in another one, and has the password judged once', async () => {
    const bob = await enterWith(admin, await door.browse(), { name: 'bob', permissions: [] });
    const id = (await bob.client.session.getSession()).userId ?? '';
    const results = async (): Promise<string[]> =>
      (await admin.client.users.listAttempts({ id, limit: 10 })).attempts.map(({ result }) => result);
    const before = await results();
    const right = await openForgottenPage();
    await right.session.signIn({ name: 'bob', password: 'another password of mine' });
    const wrong = await openForgottenPage();
    const refused = wrong.session.signIn({ name: 'bob', password: 'something else' });
    await expect(refused).rejects.toMatchObject({ code: 'SIGN_IN_REFUSED' });
    expect([right.begun(), wrong.begun()]).toEqual([1, 1]);
    expect(await results()).toEqual(['wrongPassword', 'success', ...before]);
  });

  it('asks for a code, and refuses a wrong one, in another one', async () => {
    const asking = await openForgottenPage();
    await asking.session.requestPasswordReset({ nameOrAddress: 'nobody' });
    const typing = await openForgottenPage();
    const typed = { name: 'nobody', code: 'x', newPassword: 'a new password of mine' };
    await expect(typing.session.completePasswordReset(typed)).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    });
    expect([asking.begun(), typing.begun()]).toEqual([1, 1]);
  });

  it('begins none for what takes somebody who is signed in', async () => {
    const { users, begun } = await openForgottenPage();
    await expect(users.getUser({ id: crypto.randomUUID() })).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
    expect(begun()).toBe(0);
  });
});
