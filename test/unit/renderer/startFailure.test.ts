import { expect, it } from 'vitest';
import { startFailureText } from '../../../renderer/startFailure.ts';

it('is said in the language of the page, without anything that has to be loaded', () => {
  const texts = [['fr-CH'], ['de'], ['ja', 'en']].map(startFailureText);
  expect(new Set(texts).size).toBe(3);
  expect(texts.every((text) => text.includes('Relay Console'))).toBe(true);
});
