import { expect, it } from 'vitest';
import { namedInDirectory } from '../../../../electron/services/watch/watchedControllers.ts';
import type { StoredDirectoryValues } from '../../../../electron/stores/settings/settingsSchema.ts';
import { directoryValues } from '../../stores/settings/settingsLab.ts';

const named = (changes: Partial<StoredDirectoryValues>) =>
  namedInDirectory(directoryValues(null, changes)).map(({ key, name }) => [key, name]);

it('names of a directory the domain where DNS knows its controllers', () => {
  expect(named({})).toEqual([['domain:corp.example', 'corp.example']]);
});

it('names each controller that was typed, at the port of its encryption, and the same however it is spelled', () => {
  const controllers = { source: 'typed' as const, hosts: ['DC1.corp.example.', '192.0.2.1'] };
  expect(named({ controllers })).toEqual([
    ['controller:dc1.corp.example:636', 'DC1.corp.example.:636'],
    ['controller:192.0.2.1:636', '192.0.2.1:636'],
  ]);
  expect(named({ controllers, encryption: 'starttls' }).map(([key]) => key)).toEqual([
    'controller:dc1.corp.example:389',
    'controller:192.0.2.1:389',
  ]);
});
