import { describe, expect, it } from 'vitest';
import { secretFromForm, secretToForm, withSource } from '../../../../renderer/controls/secretForm.ts';

describe('a secret in a form (M09, A11)', () => {
  const stored = secretToForm({ source: 'vault', stored: true });

  it('is kept while nobody changes it', () => {
    expect(secretFromForm(stored)).toEqual({ source: 'vault', secret: { action: 'keep' } });
  });

  it('must be typed for a source that has none, and is kept again on the way back', () => {
    const insecure = withSource(stored, 'insecure');
    expect(secretFromForm(insecure)).toEqual({ source: 'insecure', secret: { action: 'set', value: '' } });
    expect(withSource(insecure, 'vault')).toEqual(stored);
  });

  it('drops what was typed when its source changes', () => {
    const typed = { ...stored, secret: { action: 'set' as const, value: 'typed' } };
    expect(JSON.stringify(withSource(typed, 'environment'))).not.toContain('typed');
  });
});
