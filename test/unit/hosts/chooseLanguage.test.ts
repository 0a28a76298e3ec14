import { describe, expect, it } from 'vitest';
import { chooseLanguage } from '../../../electron/hosts/chooseLanguage.ts';

describe('the language of the command line', () => {
  it.each([
    ['fr', { LC_ALL: 'de_DE.UTF-8' }, 'fr'],
    [undefined, { LC_ALL: 'de_DE.UTF-8', LANG: 'fr_FR.UTF-8' }, 'de'],
    [undefined, { LC_ALL: '', LC_MESSAGES: 'fr_CA', LANG: 'de' }, 'fr'],
    [undefined, { LANG: 'de@euro' }, 'de'],
    [undefined, { LANG: 'C' }, 'en'],
    [undefined, { LANG: 'es_ES.UTF-8' }, 'en'],
    [undefined, {}, 'fr'],
  ])('is, with option %s and environment %o, %s', (option, environment, expected) => {
    expect(chooseLanguage(option, environment, 'fr-CH')).toBe(expected);
  });
});
