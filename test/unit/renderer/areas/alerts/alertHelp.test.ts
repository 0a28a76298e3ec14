import { expect, it } from 'vitest';
import { alertComponents, alertMailObstacles } from '../../../../../electron/contract/alerts/alert.ts';
import { alertHelp, obstacleHelp } from '../../../../../renderer/areas/alerts/alertHelp.ts';

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

it('leads somewhere from everything that keeps alerts from being mailed, to the own user for what is its own', () => {
  for (const obstacle of alertMailObstacles) expect(obstacleHelp(obstacle, 'my id')).not.toHaveLength(0);
  expect(obstacleHelp('noAddress', 'my id')).toMatchObject([{ area: 'users', id: 'my id' }]);
  expect(obstacleHelp('mailOff', 'my id')).toMatchObject([{ area: 'mail', id: null, field: 'emailAlerts' }]);
});
