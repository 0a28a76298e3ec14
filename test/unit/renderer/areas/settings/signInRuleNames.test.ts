import { describe, expect, it } from 'vitest';
import { languages } from '../../../../../electron/contract/languages.ts';
import { loadTranslator } from '../../../../../electron/locales/translate.ts';
import { defaultSettings } from '../../../../../electron/stores/settings/defaultSettings.ts';
import { changesBetween } from '../../../../../electron/stores/settings/settingsChanges.ts';
import { searchableSettings } from '../../../../../renderer/shell/search/searchableSettings.ts';

/** Another value for each setting there is, whatever it means. */
const altered = (value: unknown): unknown => {
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'number') return value + 1;
  return Object.fromEntries(Object.entries(value ?? {}).map(([key, inner]) => [key, altered(inner)]));
};

const paths = changesBetween(defaultSettings, {
  ...defaultSettings,
  security: altered(defaultSettings.security) as typeof defaultSettings.security,
}).map(({ path }) => path);

it('knows of many rules', () => expect(paths.length).toBeGreaterThan(10));

describe.each(paths)('%s', (path) => {
  it.each(languages)('has a name in the history in %s', async (language) => {
    const translate = await loadTranslator(language, ['settings']);
    expect(translate(`settings:names.${path}`)).not.toContain('names.');
  });

  it('is found by the search', () => {
    expect(searchableSettings.filter(({ keys }) => keys.includes(path))).toHaveLength(1);
  });
});
