import { expect, it } from 'vitest';
import { alertComponents } from '../../../../../electron/contract/alerts/alert.ts';
import { alertHelp } from '../../../../../renderer/areas/alerts/alertHelp.ts';

it('leads to the user who is locked', () => {
  const parameters = { user: 'anna', userId: 'id of anna', machine: 'PC-1' };
  expect(alertHelp({ component: 'signIn', parameters })).toMatchObject([{ area: 'users', id: 'id of anna' }]);
});

it('leads to all users where an alert of before does not say which', () => {
  const parameters = { user: 'anna', machine: 'PC-1' };
  expect(alertHelp({ component: 'signIn', parameters })).toMatchObject([{ area: 'users', id: null }]);
});

it('leads somewhere from every alert', () => {
  for (const component of alertComponents)
    expect(alertHelp({ component, parameters: {} })).not.toHaveLength(0);
});
