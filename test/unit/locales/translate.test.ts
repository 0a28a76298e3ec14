import { describe, expect, it } from 'vitest';
import { languages } from '../../../electron/contract/languages.ts';
import { loadTranslator } from '../../../electron/locales/translate.ts';

describe('the translator of services', () => {
  it.each(languages)('loads %s, with and without the name of the namespace', async (language) => {
    const translate = await loadTranslator(language, ['proof', 'presets']);
    expect(translate('proof:stages.connect')).toBe(translate('stages.connect'));
    expect(translate('presets:google.title')).toContain('Google');
  });

  it('gives a key back that has no text', async () => {
    const translate = await loadTranslator('en', ['proof']);
    expect(translate('proof:stages.unheardOf')).toBe('stages.unheardOf');
  });

  it('fails for a namespace that is not there', async () => {
    await expect(loadTranslator('en', ['unheardOf'])).rejects.toThrow();
  });
});
