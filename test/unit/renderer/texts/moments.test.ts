import { describe, expect, it } from 'vitest';
import { duration, relativeTime } from '../../../../renderer/texts/moments.ts';
import { closestLanguage } from '../../../../renderer/texts/translations.ts';

const now = Date.parse('2026-11-21T12:00:00Z');

describe('times', () => {
  it('are told as a person would', () => {
    expect(relativeTime('2026-11-21T11:55:00Z', now, 'en')).toBe('5 minutes ago');
    expect(relativeTime('2026-11-19T12:00:00Z', now, 'de')).toBe('vorgestern');
    expect(relativeTime('2026-11-21T11:59:58Z', now, 'fr')).toBe('maintenant');
  });

  it('have the unit that fits', () => {
    expect(duration(3.4, 'en')).toBe('3 ms');
    expect(duration(1_234, 'de')).toBe('1,2 Sek.');
  });
});

describe('the language at first', () => {
  it('is the first of the preferred ones that there is, else English', () => {
    expect(closestLanguage(['it-IT', 'de-CH', 'en'])).toBe('de');
    expect(closestLanguage(['fr'])).toBe('fr');
    expect(closestLanguage(['ja'])).toBe('en');
  });
});
