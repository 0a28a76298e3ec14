import { expect, it } from 'vitest';
import type { WatchedThing } from '../../../electron/contract/watch/watch.ts';
import { watchText } from '../../../electron/locales/watchText.ts';

const relay: WatchedThing = {
  ...{ key: 'relay:mail', kind: 'relay', name: 'mail', profiles: [], state: 'well', since: null },
  ...{ endsAt: '2026-12-12T00:00:00.000Z', daysLeft: 20, finding: null, checkedAt: null },
  isShortLived: false,
};
const textOf = (changes: Partial<WatchedThing>) =>
  watchText(
    { ...relay, ...changes },
    (key) => key,
    (moment) => moment,
  );

it('says why a certificate is fine that ends in some days', () => {
  expect(textOf({ isShortLived: true })).toBe('watch:details.shortLived');
  expect(textOf({ state: 'expiring' })).toBe('watch:details.certificate');
});

it('calls no certificate short-lived that has come into its last days since it was looked at', () => {
  expect(textOf({ daysLeft: 30 })).toBe('watch:details.certificate');
});

it('says of what is new that nobody has looked at it', () => {
  expect(textOf({ state: 'unseen', endsAt: null, daysLeft: null })).toBe('watch:details.unseen');
});
