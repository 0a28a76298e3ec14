import { expect, it } from 'vitest';
import { createSessions } from '../../../../electron/hosts/http/sessions.ts';

it('gives one session for one start token', () => {
  const sessions = createSessions(1_000);
  const token = sessions.createStartToken();
  const session = sessions.exchange(token);
  expect(session && sessions.callerOf(session)).toEqual({ startedProgram: true, token: null });
  expect(sessions.exchange(token)).toBeNull();
});

it('lets a start token expire', () => {
  let now = 0;
  const sessions = createSessions(1_000, () => now);
  const [early, late] = [sessions.createStartToken(), sessions.createStartToken()];
  now = 999;
  expect(sessions.exchange(early)).not.toBeNull();
  now = 1_000;
  expect(sessions.exchange(late)).toBeNull();
});

it('keeps several start links apart', () => {
  const sessions = createSessions(1_000);
  const [one, other] = [sessions.createStartToken(), sessions.createStartToken()];
  expect(sessions.exchange(one)).not.toBeNull();
  expect(sessions.exchange(other)).not.toBeNull();
});

it('knows no session that it did not give, and no start token as one', () => {
  const sessions = createSessions(1_000);
  const token = sessions.createStartToken();
  for (const half of [token, '']) expect(sessions.callerOf({ cookie: half, key: half })).toBeNull();
});

it('knows who signed in through which session', () => {
  const sessions = createSessions(1_000);
  const open = () => sessions.exchange(sessions.createStartToken()) ?? { cookie: '', key: '' };
  const [one, other] = [open(), open()];
  const caller = sessions.callerOf(one);
  if (caller) caller.token = 'of one';
  expect(sessions.callerOf(one)?.token).toBe('of one');
  expect(sessions.callerOf(other)?.token).toBeNull();
  expect(sessions.callerOf({ cookie: one.cookie, key: other.key })).toBeNull();
});

it('gives a session to whoever comes without a start link, good for signing in', () => {
  const sessions = createSessions(1_000);
  expect(sessions.callerOf(sessions.begin())).toEqual({ startedProgram: false, token: null });
});

it('forgets the oldest of very many who did not sign in, and nobody else', () => {
  const sessions = createSessions(1_000);
  const first = sessions.begin();
  const second = sessions.begin();
  const caller = sessions.callerOf(first);
  if (caller) caller.token = 'signed in';
  for (let count = 0; count < 1_000; count += 1) sessions.begin();
  expect(sessions.callerOf(first)?.token).toBe('signed in');
  expect(sessions.callerOf(second)).toBeNull();
});

it('forgets of very many who signed in the one that was not used for longest, and no stranger', () => {
  const sessions = createSessions(1_000);
  const signIn = () => {
    const session = sessions.begin();
    const caller = sessions.callerOf(session);
    if (caller) caller.token = 'signed in, or was';
    return sessions.renew(session);
  };
  const stranger = sessions.begin();
  const [used, unused] = [signIn(), signIn()];
  for (let count = 0; count < 500; count += 1) signIn();
  expect(sessions.callerOf(used)?.token).toBe('signed in, or was');
  for (let count = 0; count < 500; count += 1) signIn();
  expect(sessions.callerOf(unused)).toBeNull();
  expect(sessions.callerOf(used)?.token).toBe('signed in, or was');
  expect(sessions.callerOf(stranger)?.token).toBeNull();
});

it('gives a session another cookie: the old one is of no use, the key stays', () => {
  const sessions = createSessions(1_000);
  const session = sessions.begin();
  const renewed = sessions.renew(session);
  expect(renewed.key).toBe(session.key);
  expect(sessions.callerOf(session)).toBeNull();
  expect(sessions.callerOf(renewed)).toEqual({ startedProgram: false, token: null });
});
