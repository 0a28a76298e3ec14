import { describe, expect, it } from 'vitest';
import { formatRoute, isSamePlace, parseRoute } from '../../../../renderer/shell/route.ts';

describe('routes', () => {
  it.each([
    ['#/settings/mail', { area: 'mail', id: null, field: null }],
    ['#/settings/mail/abc?field=from.address', { area: 'mail', id: 'abc', field: 'from.address' }],
    ['#/settings/security', { area: 'security', id: null, field: null }],
    ['#/mailbox/1%202', { area: 'mailbox', id: '1 2', field: null }],
    ['#/settings/roles/check/1', { area: 'roles', id: 'check/1', field: null }],
  ] as const)('%s is an address', (fragment, route) => {
    expect(parseRoute(fragment)).toEqual(route);
    expect(formatRoute(route)).toBe(fragment);
  });

  it.each(['', '#', '#/', '#/nowhere', '#/mailboxes', '#/settings/mail/%zz', '#/%'])(
    '%j leads to Mail',
    (fragment) => {
      expect(parseRoute(fragment)).toEqual({ area: 'mail', id: null, field: null });
    },
  );

  it('are the same place whichever field has the focus', () => {
    expect(isSamePlace(parseRoute('#/settings/mail/a'), parseRoute('#/settings/mail/a?field=host'))).toBe(
      true,
    );
    expect(isSamePlace(parseRoute('#/settings/mail/a'), parseRoute('#/settings/mail/b'))).toBe(false);
  });
});
