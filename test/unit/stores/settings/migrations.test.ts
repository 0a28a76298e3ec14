import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { toCheckedText } from '../../../../electron/stores/files/checkedText.ts';
import { defaultSettings } from '../../../../electron/stores/settings/defaultSettings.ts';
import { migrate, type Migration } from '../../../../electron/stores/settings/migrations/migrate.ts';
import { migrations } from '../../../../electron/stores/settings/migrations/migrations.ts';
import { schemaVersion, type StoredValues } from '../../../../electron/stores/settings/settingsSchema.ts';
import { createSettingsLab, having, profileWith, smtpValues, vaultPassword } from './settingsLab.ts';

/** An invented older version, in which the theme was called colours. */
const oldSettings = {
  ...defaultSettings,
  schemaVersion: 0,
  revision: 4,
  general: { language: null, colours: 'dark', emailAlerts: false },
};
const oldText = toCheckedText(oldSettings);

const renameColours: Migration = {
  from: 0,
  apply: (content) => {
    const { colours, ...general } = content['general'] as { colours: unknown };
    return { ...content, general: { ...general, theme: colours } };
  },
};

const labWithOldFile = (steps: readonly Migration[]) => {
  const lab = createSettingsLab(steps);
  writeFileSync(lab.file, oldText);
  return lab;
};

describe('a settings file of an older version', () => {
  it('is read as one of this version, and stays as it is until something is saved', async () => {
    const { store, file } = labWithOldFile([renameColours, ...migrations]);
    expect((await store.read()).general.theme).toBe('dark');
    expect(readFileSync(file, 'utf8')).toBe(oldText);
  });

  it('is backed up before the first save writes the new version', async () => {
    const { save, file, inDirectory } = labWithOldFile([renameColours, ...migrations]);
    await save((settings) => settings);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ schemaVersion, revision: 5 });
    const [backup = ''] = readdirSync(inDirectory('backups'));
    expect(readFileSync(inDirectory('backups', backup), 'utf8')).toBe(oldText);
  });

  it('is unreadable, and untouched, when a step fails', async () => {
    const failing: Migration = {
      from: 0,
      apply: () => {
        throw new Error('a step with a fault');
      },
    };
    const { store, file } = labWithOldFile([failing]);
    expect(await store.health()).toMatchObject({ state: 'unreadable', reason: 'migration', detail: '0 → 1' });
    expect(readFileSync(file, 'utf8')).toBe(oldText);
  });
});

describe('a settings file of version 1', () => {
  it('gets the rules of signing in as the table has them, not the stricter ones of a new console', async () => {
    const { security: _, directory: __, ...first } = defaultSettings;
    const { store, save, file } = createSettingsLab();
    writeFileSync(file, toCheckedText({ ...first, schemaVersion: 1, revision: 3 }));
    const { security } = await store.read();
    expect(security.passwords).toMatchObject({ minimumLength: 8, mustHaveDigits: true, expirationDays: 0 });
    expect(security.lockout).toEqual({ isEnabled: true, lockSeconds: 300, attempts: 10 });
    await save((settings) => settings);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ schemaVersion, revision: 4, security });
  });

  it('is another one than a new console has', () => {
    expect(defaultSettings.security.passwords).toMatchObject({ minimumLength: 15, mustHaveDigits: false });
  });
});

const withoutLimit = (values: StoredValues | null): object | null => {
  if (values?.kind !== 'smtp') return values;
  const { maxConnections: _, ...others } = values;
  return others;
};

describe('a settings file of version 2', () => {
  const inForce = smtpValues(vaultPassword());
  const drafted = { ...inForce, port: 25 };
  const today = having(profileWith(inForce, drafted))(defaultSettings);

  it('has its profiles in no folder and without a limit, no address for links, and keeps the audit for ever', async () => {
    const { store, file } = createSettingsLab();
    const profiles = today.mail.profiles.map(({ folderId: _, ...profile }) => ({
      ...profile,
      active: withoutLimit(profile.active),
      draft: withoutLimit(profile.draft),
    }));
    const mail = { ...today.mail, profiles };
    const { publicUrl: _, ...general } = today.general;
    const { audit: __, ...security } = today.security;
    const { directory: ___, ...others } = today;
    const second = { ...others, general, security, mail, schemaVersion: 2, revision: 3 };
    writeFileSync(file, toCheckedText(second));
    expect(await store.read()).toEqual({ ...today, revision: 3 });
  });
});

describe('a settings file of version 3', () => {
  it('has no directory, and all else as it was', async () => {
    const today = having(profileWith(smtpValues(vaultPassword())))(defaultSettings);
    const { store, file, save } = createSettingsLab();
    const { directory: _, ...third } = today;
    writeFileSync(file, toCheckedText({ ...third, schemaVersion: 3, revision: 7 }));
    expect(await store.read()).toEqual({ ...today, revision: 7 });
    await save((settings) => settings);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
      ...{ schemaVersion, revision: 8 },
      directory: { active: null, draft: null },
    });
  });
});

describe('a settings file of version 4', () => {
  it('has its passwords with the best mechanism, and each mailbox with a sign-in of its own', async () => {
    const account = { userName: { source: 'value', value: 'bob' }, password: vaultPassword() } as const;
    const server = { protocol: 'imap', host: 'imap.corp.example', port: 993, encryption: 'tls' } as const;
    const mailbox = { ...server, trust: { mode: 'system' } } as const;
    const authentication = { mode: 'password', mechanism: null, ...account } as const;
    const values = {
      ...smtpValues(vaultPassword()),
      authentication,
      arrival: { ...mailbox, authentication },
    };
    const today = having(profileWith(values))(defaultSettings);
    const { store, file } = createSettingsLab();
    const older = {
      ...values,
      authentication: { mode: 'password', ...account },
      arrival: { ...mailbox, ...account },
    };
    const profiles = today.mail.profiles.map((profile) => ({
      ...profile,
      active: profile.active?.kind === 'smtp' ? older : profile.active,
    }));
    const fourth = { ...today, mail: { ...today.mail, profiles }, schemaVersion: 4, revision: 7 };
    writeFileSync(file, toCheckedText(fourth));
    expect(await store.read()).toEqual({ ...today, revision: 7 });
  });
});

describe('migrating', () => {
  const count = (from: number): Migration => ({
    from,
    apply: (content) => ({
      ...content,
      steps: [...((content['steps'] as number[] | undefined) ?? []), from],
    }),
  });

  it('takes one step after the other, and leaves what it was given alone', () => {
    const content = Object.freeze({ schemaVersion: 1 });
    const steps = [count(2), count(1), count(3)];
    expect(migrate(content, steps, 4)).toEqual({ schemaVersion: 4, steps: [1, 2, 3] });
  });

  it('refuses a gap between the steps', () => {
    expect(() => migrate({ schemaVersion: 1 }, [count(1), count(3)], 4)).toThrow('2 → 3');
  });

  it('has a step for every version before this one', () => {
    expect(migrations.map(({ from }) => from)).toEqual(
      Array.from({ length: schemaVersion - 1 }, (_, index) => index + 1),
    );
  });
});
