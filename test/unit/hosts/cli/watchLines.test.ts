import { describe, expect, it } from 'vitest';
import type { WatchedThing, WatchState } from '../../../../electron/contract/watch/watch.ts';
import { dueOf, watchJsonLines, watchLines } from '../../../../electron/hosts/cli/watchLines.ts';

const checkedAt = '2026-11-22T08:00:00.000Z';

const relay = (state: WatchState): WatchedThing => ({
  ...{ key: `relay:${state}`, kind: 'relay', name: `${state}.corp.example:587`, profiles: ['head-office'] },
  ...{ state, endsAt: null, daysLeft: null, isShortLived: false, since: null, finding: null, checkedAt },
});
const watchOf = (...states: WatchState[]) => ({ checkedAt, things: states.map(relay) });

/** A sentence is its key, with what was filled in behind it. */
const translate = (key: string, parameters: Readonly<Record<string, string | number>> = {}): string =>
  [key, ...Object.values(parameters)].join(' ');
const summaryOf = (...states: WatchState[]) => watchLines(watchOf(...states), translate).at(-1);

describe('the last line for people', () => {
  it('counts what needs attention, and nothing else', () => {
    expect(summaryOf('expired', 'silent', 'expiring', 'old', 'unseen', 'well')).toBe('watch:summary.due 4');
    expect(summaryOf('well', 'expiring')).toBe('watch:summary.due 1');
  });

  it('counts what was looked at where nothing does', () => {
    expect(summaryOf('well', 'well')).toBe('watch:summary.well 2');
    expect(summaryOf('unseen', 'well')).toBe('watch:summary.well 1');
    expect(summaryOf('unseen')).toBe('watch:summary.well 0');
  });

  it('says so where there is nothing to look at', () => {
    expect(summaryOf()).toBe('watch:summary.nothing');
  });
});

it('gives each thing a line with its state, name and kind, before that', () => {
  const [first, second] = watchLines(watchOf('silent', 'unseen'), translate);
  expect(first).toContain('watch:states.silent silent.corp.example:587 watch:kinds.relay');
  expect(second).toContain('watch:states.unseen unseen.corp.example:587 watch:kinds.relay');
});

it('writes days as scripts read them', () => {
  const thing: WatchedThing = { ...relay('expiring'), endsAt: '2026-11-29T23:59:59.000Z', daysLeft: 8 };
  expect(watchLines({ checkedAt, things: [thing] }, translate)[0]).toMatch(/ 2026-11-29$/);
});

describe('the lines for a program', () => {
  it('are the things, then whether anything is due', () => {
    const seen = watchOf('expired', 'well');
    expect(watchJsonLines(seen).map((line): unknown => JSON.parse(line))).toEqual([
      ...seen.things,
      { result: 'due', checkedAt },
    ]);
  });

  it('call what nobody has looked at yet not due', () => {
    expect(dueOf(watchOf('unseen', 'well'))).toBe(0);
    expect(watchJsonLines({ checkedAt: null, things: [relay('unseen')] }).at(-1)).toBe(
      JSON.stringify({ result: 'well', checkedAt: null }),
    );
  });
});
