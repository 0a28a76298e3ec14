import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languages } from '../../../../../electron/contract/languages.ts';
import { signInModes } from '../../../../../electron/contract/mail/authentication.ts';
import { profileKinds } from '../../../../../electron/contract/mail/profile.ts';
import { clouds, oauthFlows, oauthProviders } from '../../../../../electron/contract/oauth/oauthClient.ts';
import { encryptionSchema } from '../../../../../electron/contract/proof/finding.ts';
import { themeSchema } from '../../../../../electron/contract/settings/settings.contract.ts';
import { loadTranslator } from '../../../../../electron/locales/translate.ts';
import { groupChanges } from '../../../../../renderer/areas/settings/changeGroups.ts';
import { profileNamesIn } from '../../../../../renderer/areas/settings/profileNames.ts';
import { choiceTextKey } from '../../../../../renderer/areas/settings/settingChoices.ts';
import { namesakeOf, settingField } from '../../../../../renderer/areas/settings/settingField.ts';
import { directoryPathOf, profilePathOf } from '../../../../../renderer/areas/settings/settingPath.ts';
import { anyProfile } from '../mail/form/anyProfile.ts';

const change = (path: string, before: string | null = null, after: string | null = null) => ({
  ...{ path, before, after },
});

const translate = await loadTranslator('en', ['settings', 'editor', 'mail', 'shell']);

/** Keys of everything that is stored of a profile, as the history names them. */
const pathsIn = (value: unknown, prefix = ''): string[] =>
  typeof value !== 'object' || value === null
    ? [prefix]
    : Object.entries(value).flatMap(([key, inner]) =>
        pathsIn(inner, prefix === '' ? key : `${prefix}.${key}`),
      );

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
    ['draft.authentication.mode', signInModes],
    ['active.arrival.authentication.client.place.provider', oauthProviders],
    ['active.authentication.client.place.cloud', clouds],
    ['draft.authentication.client.place.endpoints.found', ['discovered', 'typed']],
    ['active.authentication.client.proof.kind', ['none', 'secret', 'certificate']],
    ['active.authentication.client.grant.flow', oauthFlows],
    ['active.trust.mode', ['system', 'certificate']],
    ['active.authentication.password.source', ['vault', 'environment', 'insecure']],
  ])('has words for each value of the choice %s', (field, values) => {
    for (const value of values) expect(wordsOf(`mail.profiles.a1.${field}`, value)).not.toBe('');
  });

  it.each(languages)(
    'has a name in %s, whatever the kind of profile and its way to sign in',
    async (language) => {
      const say = await loadTranslator(language, ['mail', 'settings']);
      const isNamed = (path: string): boolean => {
        const { field } = settingField(path);
        const keys = [`mail:fields.${field}.label`, `mail:fields.${namesakeOf(field)}.label`];
        return [...keys, `settings:names.mail.${field}`].some((key) => !key.endsWith(say(key)));
      };
      const unnamed = fc
        .sample(anyProfile, { numRuns: 300, seed: 5 })
        .flatMap((profile) => pathsIn(profile))
        /** Of a secret only its source is told; a check that is off has no fields. */
        .filter((path) => !path.endsWith('.stored') && path !== 'arrival' && !isNamed(path));
      expect([...new Set(unnamed)]).toEqual([]);
    },
  );

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
