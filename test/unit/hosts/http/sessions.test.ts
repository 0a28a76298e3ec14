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
