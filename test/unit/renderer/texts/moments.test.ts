import { describe, expect, it } from 'vitest';
import { duration, nearTime } from '../../../../renderer/texts/moments.ts';
import { closestLanguage } from '../../../../renderer/texts/translations.ts';

describe('times', () => {
  it('are told by the day as long as everybody knows which one it is', () => {
    const at = (day: number, hour: number): Date => new Date(2026, 10, day, hour, 5);
    const told = (then: Date, language: 'en' | 'fr' | 'de') =>
      nearTime(then.toISOString(), at(21, 2).getTime(), language);
    expect(told(at(21, 1), 'de')).toBe('heute, 01:05');
    expect(told(at(20, 23), 'fr')).toBe('hier, 23:05');
    expect(told(at(19, 23), 'de')).toContain('19.11.2026');
    expect(told(at(20, 23), 'en')).toMatch(/^yesterday, 11:05\sPM$/);
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
