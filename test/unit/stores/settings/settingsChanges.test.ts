import { describe, expect, it } from 'vitest';
import { changesBetween } from '../../../../electron/stores/settings/settingsChanges.ts';
import { defaultSettings } from '../../../../electron/stores/settings/defaultSettings.ts';
import {
  directoryValues,
  having,
  insecurePassword,
  otherRecordId,
  profileId,
  profileWith,
  recordId,
  smtpValues,
  vaultPassword,
  withDirectory,
} from './settingsLab.ts';

const profile = `mail.profiles.${profileId}`;
const inForce = smtpValues(vaultPassword(recordId));
const withActive = having(profileWith(inForce))(defaultSettings);

const changed = (before = defaultSettings, after = defaultSettings) => changesBetween(before, after);

describe('the changes between two states of the settings', () => {
  it('name a new profile, and of its values those that are not empty', () => {
    const changes = changed(defaultSettings, withActive);
    expect(changes[0]).toEqual({ path: profile, before: null, after: '"head-office"' });
    const after = new Map(changes.map((change) => [change.path, change.after]));
    expect(after.get(`${profile}.active.host`)).toBe('"mail.corp.example"');
    expect(after.get(`${profile}.active.authentication.password.record`)).toBe('secret');
    expect(changes.every(({ before }) => before === null)).toBe(true);
    expect(changes.some((change) => [null, 'null', '""'].includes(change.after))).toBe(false);
    expect(after.has(`${profile}.id`)).toBe(false);
  });

  it('name the folder that a profile was moved to, and where it lay', () => {
    const moved = having({ ...profileWith(inForce), folderId: recordId })(defaultSettings);
    expect(changed(withActive, moved)).toEqual([
      { path: `${profile}.folderId`, before: null, after: JSON.stringify(recordId) },
    ]);
  });

  it('name a removed profile in one line', () => {
    expect(changed(withActive, defaultSettings)).toEqual([
      { path: profile, before: '"head-office"', after: null },
    ]);
  });

  it('name a new draft, and how it differs from what is in force', () => {
    const draft = smtpValues(vaultPassword(otherRecordId), { port: 25 });
    expect(changed(withActive, having(profileWith(inForce, draft))(defaultSettings))).toEqual([
      { path: `${profile}.draft`, before: null, after: '"head-office"' },
      { path: `${profile}.draft.port`, before: '587', after: '25' },
      { path: `${profile}.draft.authentication.password.record`, before: 'secret', after: 'secret' },
    ]);
  });

  it('name a draft that is gone in one line', () => {
    const draft = smtpValues(vaultPassword(otherRecordId), { port: 25 });
    expect(changed(having(profileWith(inForce, draft))(defaultSettings), withActive)).toEqual([
      { path: `${profile}.draft`, before: '"head-office"', after: null },
    ]);
  });

  it('say of a draft that came into force what else was changed with it', () => {
    const draft = having(profileWith(null, inForce))(defaultSettings);
    const next = having(profileWith({ ...inForce, port: 25 }))(defaultSettings);
    expect(changed(draft, next)).toEqual([
      { path: `${profile}.active`, before: null, after: '"head-office"' },
      { path: `${profile}.active.port`, before: '587', after: '25' },
      { path: `${profile}.draft`, before: '"head-office"', after: null },
    ]);
  });

  it('tell a secret that was set first from one that was replaced', () => {
    const without = having(profileWith(smtpValues(insecurePassword(''))))(defaultSettings);
    const first = having(profileWith(smtpValues(insecurePassword('planted'))))(defaultSettings);
    const second = having(profileWith(smtpValues(insecurePassword('planted too'))))(defaultSettings);
    const path = `${profile}.active.authentication.password.value`;
    expect(changed(without, first)).toEqual([{ path, before: null, after: 'secret' }]);
    expect(changed(first, second)).toEqual([{ path, before: 'secret', after: 'secret' }]);
  });
});

describe('the changes of the directory', () => {
  const read = directoryValues(vaultPassword(recordId));
  const inForceNow = withDirectory(read)(defaultSettings);

  it('name a new one by its domain, and of its values those that are not empty', () => {
    const changes = changed(defaultSettings, inForceNow);
    expect(changes[0]).toEqual({ path: 'directory.active', before: null, after: '"corp.example"' });
    const after = new Map(changes.map((change) => [change.path, change.after]));
    expect(after.get('directory.active.identity.password.record')).toBe('secret');
    expect(after.get('directory.active.controllers.source')).toBe('"dns"');
    expect(after.has('directory.active.dnsServers')).toBe(false);
  });

  it('name a list as a whole', () => {
    const typed = { ...read, dnsServers: ['10.0.0.1', '10.0.0.2'] };
    expect(changed(inForceNow, withDirectory(typed)(defaultSettings))).toEqual([
      { path: 'directory.active.dnsServers', before: null, after: '["10.0.0.1","10.0.0.2"]' },
    ]);
  });

  it('name a draft and how it differs from what is in force', () => {
    const draft = { ...read, timeoutMs: 5_000 };
    expect(changed(inForceNow, withDirectory(read, draft)(defaultSettings))).toEqual([
      { path: 'directory.draft', before: null, after: '"corp.example"' },
      { path: 'directory.draft.timeoutMs', before: '10000', after: '5000' },
    ]);
  });
});
