import { expect, it } from 'vitest';
import type { ProfileKind } from '../../../../../electron/contract/mail/profile.ts';
import { noticeStateOf } from '../../../../../renderer/areas/notices/noticeState.ts';

const deliveredBy = (by: ProfileKind) =>
  noticeStateOf({
    ...{ state: 'delivered', waitsForProfile: false },
    result: { outcome: 'accepted', by, reply: null },
  });

it('calls a mail that nobody gets kept, not delivered', () => {
  expect((['smtp', 'pickup', 'capture'] as const).map(deliveredBy)).toEqual([
    'delivered',
    'delivered',
    'kept',
  ]);
});

it('does not call a mail kept that is due again', () => {
  const result = { outcome: 'accepted', by: 'capture', reply: null } as const;
  expect(noticeStateOf({ state: 'waiting', waitsForProfile: false, result })).toBe('waiting');
});
