import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { builtInProfileId, defaultSettings } from '../../../../electron/stores/settings/defaultSettings.ts';
import type { Settings, StoredProfile } from '../../../../electron/stores/settings/settingsSchema.ts';
import { createSettingsLab, having, profileWith, smtpValues, vaultPassword } from './settingsLab.ts';

const withMail = (mail: Partial<Settings['mail']>): Settings => ({
  ...defaultSettings,
  mail: { ...defaultSettings.mail, ...mail },
});

const [builtIn] = defaultSettings.mail.profiles as [StoredProfile];
const profile = profileWith(smtpValues(vaultPassword(null)));
const named = (name: string): StoredProfile => profileWith(null, smtpValues(vaultPassword(null), { name }));

/** What an editor can write although no operation of the program makes it. */
const edited: readonly [string, Settings, string][] = [
  ['a profile without values', withMail({ profiles: [builtIn, profileWith(null)] }), 'mail.profiles.1'],
  ['one identifier twice', withMail({ profiles: [builtIn, profile, profile] }), 'mail.profiles.2.id'],
  [
    'one name twice',
    withMail({ profiles: [builtIn, named('built-in-mailbox')] }),
    'mail.profiles.1.draft.name',
  ],
  ['a default profile that is not there', withMail({ profiles: [profile] }), 'mail.defaultProfileId'],
  [
    'a default profile without values in force',
    withMail({ profiles: [{ ...named('only-a-draft'), id: builtInProfileId }] }),
    'mail.defaultProfileId',
  ],
  ['a revision beyond all counting', { ...defaultSettings, revision: Number.MAX_SAFE_INTEGER }, 'revision'],
  ['a revision that the history cannot name', { ...defaultSettings, revision: 100_000_000 }, 'revision'],
];

describe('settings that were edited by hand', () => {
  it.each(edited)('are unreadable with %s', async (_, settings, detail) => {
    const { store, file } = createSettingsLab();
    writeFileSync(file, JSON.stringify(settings));
    expect(await store.health()).toMatchObject({ state: 'unreadable', reason: 'schema', detail });
  });

  it('may begin with the byte order mark that editors of Windows write', async () => {
    const { store, file, save } = createSettingsLab();
    const saved = await save(having(profile));
    writeFileSync(file, `\uFEFF${readFileSync(file, 'utf8')}`);
    expect(await store.health()).toEqual({ state: 'ready' });
    expect(await store.read()).toEqual(saved);
  });
});

describe('a save', () => {
  it.each([
    ['takes a name that another profile has', having(named('built-in-mailbox'))],
    [
      'takes away the default profile',
      (settings: Settings): Settings => ({ ...settings, mail: { ...settings.mail, profiles: [profile] } }),
    ],
  ])('that %s is refused, because nobody could read it again', async (_, change) => {
    const { store, save } = createSettingsLab();
    await expect(save(change)).rejects.toThrow();
    expect(await store.health()).toEqual({ state: 'ready' });
  });
});
