import { describe, expect, it } from 'vitest';
import { profileKinds } from '../../../../../electron/contract/mail/profile.ts';
import { encryptionSchema } from '../../../../../electron/contract/proof/finding.ts';
import { themeSchema } from '../../../../../electron/contract/settings/settings.contract.ts';
import { loadTranslator } from '../../../../../electron/locales/translate.ts';
import { groupChanges } from '../../../../../renderer/areas/settings/changeGroups.ts';
import { profileNamesIn } from '../../../../../renderer/areas/settings/profileNames.ts';
import { choiceTextKey } from '../../../../../renderer/areas/settings/settingChoices.ts';
import { directoryPathOf, profilePathOf } from '../../../../../renderer/areas/settings/settingPath.ts';

const change = (path: string, before: string | null = null, after: string | null = null) => ({
  ...{ path, before, after },
});

const translate = await loadTranslator('en', ['settings', 'editor', 'mail', 'shell']);

/** The words for a value of a choice; empty when there are none. */
const wordsOf = (path: string, value: string): string => {
  const key = choiceTextKey(path, value) ?? '';
  const words = translate(key);
  return key.endsWith(words) ? '' : words;
};

describe('a setting key', () => {
  it('has a profile, a side and a field, as far as it goes', () => {
    expect(profilePathOf('mail.profiles.a1.draft.trust.mode')).toEqual({
      ...{ id: 'a1', side: 'draft', field: 'trust.mode' },
    });
    expect(profilePathOf('mail.profiles.a1.active')).toEqual({ id: 'a1', side: 'active', field: null });
    expect(profilePathOf('mail.profiles.a1')).toEqual({ id: 'a1', side: null, field: null });
    expect(profilePathOf('mail.defaultProfileId')).toBeNull();
    expect(directoryPathOf('directory.draft.identity.mode')).toEqual({
      side: 'draft',
      field: 'identity.mode',
    });
    expect(directoryPathOf('directory.active')).toEqual({ side: 'active', field: null });
    expect(directoryPathOf('mail.profiles.a1.active')).toBeNull();
  });

  it.each([
    ['active.kind', profileKinds],
    ['draft.encryption', encryptionSchema.options],
    ['active.arrival.encryption', ['starttls', 'tls']],
    ['active.arrival.protocol', ['imap', 'pop3']],
    ['draft.authentication.mode', ['none', 'password']],
    ['active.trust.mode', ['system', 'certificate']],
    ['active.authentication.password.source', ['vault', 'environment', 'insecure']],
  ])('has words for each value of the choice %s', (field, values) => {
    for (const value of values) expect(wordsOf(`mail.profiles.a1.${field}`, value)).not.toBe('');
  });

  it('has words for each theme, none for what is typed', () => {
    for (const value of themeSchema.options) expect(wordsOf('general.theme', value)).not.toBe('');
    expect(choiceTextKey('mail.profiles.a1.active.host', 'tls')).toBeNull();
  });
});

describe('profiles in changes', () => {
  it('are known by name when they come, go or are renamed', () => {
    const names = profileNamesIn([
      change('mail.profiles.a1', null, '"first"'),
      change('mail.profiles.a1.active.name', '"first"', '"second"'),
      change('mail.profiles.a1.active.host', '"old"', '"new"'),
      change('mail.profiles.b2', '"gone"', null),
      change('general.theme', '"dark"', '"light"'),
    ]);
    expect([...names]).toEqual([
      ['a1', 'second'],
      ['b2', 'gone'],
    ]);
  });

  it('are shown together, each once', () => {
    const paths = [
      'general.theme',
      'mail.profiles.a1.active.host',
      'mail.profiles.b2',
      'mail.profiles.a1.draft',
    ];
    const groups = groupChanges(paths.map((path) => change(path)));
    expect(groups.map(({ profile, changes }) => [profile, changes.length])).toEqual([
      [null, 1],
      ['a1', 2],
      ['b2', 1],
    ]);
  });
});
