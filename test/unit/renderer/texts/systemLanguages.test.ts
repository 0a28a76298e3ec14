import { expect, it } from 'vitest';
import { systemLanguages } from '../../../../renderer/texts/systemLanguages.ts';

const browser = ['fr-CA', 'en'];

it('follows the system in the desktop program', () => {
  expect(systemLanguages({ door: 'desktop', systemLocale: 'de-AT' }, browser)).toEqual(['de-AT']);
});

it('follows the browser of the person in a browser, which may be another than the program has', () => {
  expect(systemLanguages({ door: 'browser', systemLocale: 'de-AT' }, browser)).toEqual(browser);
});
