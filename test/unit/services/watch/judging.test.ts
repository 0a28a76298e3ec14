import { beforeEach, describe, expect, it } from 'vitest';
import { judgeServer, type Judgement } from '../../../../electron/services/watch/judgeServer.ts';
import { judgeSignIn } from '../../../../electron/services/watch/judgeSignIn.ts';
import type {
  ServerIdentity,
  ServerSeen,
  WatchedSignIn,
} from '../../../../electron/services/watch/observation.ts';
import type { WatchMark } from '../../../../electron/stores/watch/watchMarkStore.ts';

const day = 86_400_000;
const start = Date.UTC(2026, 10, 22);

let now: number;
let mark: WatchMark | null;
beforeEach(() => {
  now = start;
  mark = null;
});

/** Looks on a day; gives what is told then. */
const tell = (judged: Judgement): (string | undefined)[] => {
  ({ mark } = judged);
  return judged.alerts.map(({ code, parameters }) => [code, parameters['count']].filter(Boolean).join(' '));
};

describe('a server', () => {
  const relay: ServerIdentity = {
    ...{ key: 'relay:mail.corp.example:587', kind: 'relay', name: 'mail.corp.example:587' },
    profiles: ['head-office'],
  };
  const until = (days: number): ServerSeen => ({
    answers: true,
    certificate: { validFrom: start - 300 * day, validTo: start + days * day },
  });
  const silent: ServerSeen = { answers: false, finding: 'connectionRefused' };
  const look = (onDay: number, seen: ServerSeen) => {
    now = start + onDay * day;
    return tell(judgeServer(relay, seen, mark, now));
  };

  it('tells each step to the end of its certificate once', () => {
    const told = Array.from({ length: 44 }, (_, onDay) => look(onDay, until(40)));
    expect(told.flatMap((codes, onDay) => codes.map((code) => `${onDay} ${code}`))).toEqual([
      '10 certificateExpiring 30',
      '26 certificateExpiring 14',
      '33 certificateExpiring 7',
      '39 certificateExpiring 1',
      '40 certificateExpired',
    ]);
    expect(mark?.state).toBe('expired');
  });

  it('tells only the step that is reached when it is looked at late', () => {
    expect(look(0, until(5))).toEqual(['certificateExpiring 5']);
    expect(look(1, until(5))).toEqual([]);
  });

  it.each([
    ['past the end', 500, 'certificateExpired'],
    ['to the last days', 36, 'certificateExpiring 4'],
  ])('tells every step that comes after the clock was put %s and back', (_, wrongDay, first) => {
    expect(look(wrongDay, until(40))).toEqual([first]);
    const told = Array.from({ length: 24 }, (__, after) => look(17 + after, until(40)));
    expect(told.flatMap((codes, after) => codes.map((code) => `${17 + after} ${code}`))).toEqual([
      '26 certificateExpiring 14',
      '33 certificateExpiring 7',
      '39 certificateExpiring 1',
      '40 certificateExpired',
    ]);
  });

  it.each([30, 14, 7, 1, 0])('tells the step at %i days once when the clock goes back over it', (step) => {
    const onDay = 40 - step;
    expect(look(onDay + 0.01, until(40))).toHaveLength(1);
    expect(look(onDay - 0.01, until(40))).toEqual([]);
    expect(look(onDay + 0.01, until(40))).toEqual([]);
  });

  it('tells that the certificate was renewed, once, and begins anew', () => {
    expect(look(0, until(5))).toEqual(['certificateExpiring 5']);
    expect(look(1, until(90))).toEqual(['certificateRenewed']);
    expect(look(2, until(90))).toEqual([]);
    expect(look(85, until(90))).toEqual(['certificateExpiring 5']);
  });

  it('tells of a new certificate that ends soon as of another one', () => {
    expect(look(0, until(1))).toEqual(['certificateExpiring 1']);
    expect(look(1, until(11))).toEqual(['certificateExpiring 10']);
  });

  it('tells once that it is silent, and once that it answers again', () => {
    expect([silent, silent, until(90), until(90)].map((seen, onDay) => look(onDay, seen))).toEqual([
      ['serverSilent'],
      [],
      ['serverAnswers'],
      [],
    ]);
  });

  it('does not forget while it is silent what was told of its certificate', () => {
    expect(look(0, until(12))).toEqual(['certificateExpiring 12']);
    expect(look(1, silent)).toEqual(['serverSilent']);
    expect(look(2, until(12))).toEqual(['serverAnswers']);
  });

  it('without a certificate has nothing that ends', () => {
    expect(look(0, until(3))).toEqual(['certificateExpiring 3']);
    expect(look(1, { answers: true, certificate: null })).toEqual([]);
    expect(mark).toMatchObject({ state: 'well', endsAt: null });
  });
});

describe('a secret', () => {
  const signIn: WatchedSignIn = {
    ...{ profileId: '1', profileName: 'head-office', name: 'head-office', kind: 'clientSecret' },
    ...{ part: 'authentication', secretId: 'a', expiresAt: null, lastUsedAt: null, isReadable: true },
  };
  const look = (onDay: number, changes: Partial<WatchedSignIn>) => {
    now = start + onDay * day;
    return tell(judgeSignIn({ ...signIn, ...changes }, mark, now));
  };

  it('that ends on a typed day is told as a certificate is', () => {
    const expiresAt = start + 7 * day;
    expect(look(0, { expiresAt })).toEqual(['credentialExpiring 7']);
    expect(look(6, { expiresAt })).toEqual(['credentialExpiring 1']);
    expect(look(7, { expiresAt })).toEqual(['credentialExpired']);
    expect(look(8, { expiresAt: start + 400 * day, secretId: 'b' })).toEqual(['credentialRenewed']);
  });

  it('of which nothing is known is well', () => {
    expect(look(0, {})).toEqual([]);
    expect(mark).toMatchObject({ state: 'well', endsAt: null, since: null });
  });

  it('that nobody uses ends ninety days after it was used last', () => {
    const token = { kind: 'refreshToken', lastUsedAt: start } as const;
    expect(look(59, token)).toEqual([]);
    expect(look(60, token)).toEqual(['credentialExpiring 30']);
    expect(look(61, { ...token, lastUsedAt: start + 61 * day })).toEqual(['credentialRenewed']);
  });

  it('that is a password is old a year after it was seen first, and young when it is another one', () => {
    const password = { kind: 'appPassword' } as const;
    expect([0, 200, 364, 365, 366].map((onDay) => look(onDay, password))).toEqual([
      ...[[], [], [], ['credentialOld'], []],
    ]);
    expect(mark).toMatchObject({ state: 'old', since: start });
    expect(look(367, { ...password, secretId: 'b' })).toEqual(['credentialRenewed']);
    expect(mark).toMatchObject({ state: 'well', since: start + 367 * day });
  });

  it('that is for the mailbox alone is told as such: mail still goes', () => {
    const expiresAt = start + 7 * day;
    expect(look(0, { part: 'arrival', expiresAt })).toEqual(['mailboxCredentialExpiring 7']);
    expect(look(7, { part: 'arrival', expiresAt })).toEqual(['mailboxCredentialExpired']);
  });

  it('that was first seen by a clock in the future is as old as from the second look on that has the right one', () => {
    const password = { kind: 'password' } as const;
    look(3_000, password);
    look(0, password);
    expect(mark).toMatchObject({ since: start + 3_000 * day });
    look(1, password);
    expect(mark).toMatchObject({ since: start + day, endsAt: start + 366 * day });
    expect(look(366, password)).toEqual(['credentialOld']);
  });

  it('is no older for one look with a clock that is years behind', () => {
    const password = { kind: 'password' } as const;
    look(0, password);
    look(100, password);
    expect(look(-8_700, password)).toEqual([]);
    expect(mark).toMatchObject({ since: start });
    expect(look(101, password)).toEqual([]);
    expect(mark).toMatchObject({ state: 'well', since: start, endsAt: start + 365 * day });
  });

  it('is as old as it was where the clock goes back by less than its age', () => {
    const password = { kind: 'password' } as const;
    look(0, password);
    look(100, password);
    look(50, password);
    expect(mark).toMatchObject({ since: start });
  });
});
