import { expect, it } from 'vitest';
import { chosenLanguage } from '../../../../renderer/shell/chosenLanguage.ts';

it.each([
  ['signedIn', 'de', 'fr', 'de'],
  ['signedIn', null, 'fr', 'fr'],
  ['signedIn', 'de', null, 'de'],
  ['mustChangePassword', 'de', 'fr', 'fr'],
  ['mustChangePassword', 'de', null, 'de'],
  ['signedOut', null, 'fr', 'fr'],
  ['signedOut', null, null, null],
  ['starting', null, 'fr', null],
] as const)(
  '%s, the own language %s, the one of the browser %s: %s',
  (state, language, ofBrowser, chosen) => {
    expect(chosenLanguage({ state, language }, ofBrowser)).toBe(chosen);
  },
);
