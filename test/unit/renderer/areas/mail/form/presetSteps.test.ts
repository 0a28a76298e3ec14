import { describe, expect, it } from 'vitest';
import { presets } from '../../../../../../electron/services/mail/presets.ts';
import { presetSteps } from '../../../../../../renderer/areas/mail/form/presetSteps.ts';

describe('what has to be done at a provider', () => {
  it.each(presets)('is one thing with a password: $name', (preset) => {
    expect(presetSteps(preset, 'password')).toBe(`${preset.name}.steps`);
  });

  it.each(presets.filter(({ oauth, passwordWorks }) => oauth !== null && passwordWorks))(
    'is another one with its token: $name',
    (preset) => {
      expect(presetSteps(preset, preset.oauth?.provider ?? 'none')).toBe(`${preset.name}.oauthSteps`);
    },
  );

  it('is the same where nothing but a token works, or the token is of somebody else', () => {
    const oauth = { provider: 'microsoft', flow: 'authorizationCode', tenantId: 'consumers' } as const;
    expect(presetSteps({ name: 'outlookCom', oauth }, 'microsoft')).toBe('outlookCom.steps');
    expect(presetSteps({ name: 'microsoft365', oauth }, 'google')).toBe('microsoft365.steps');
  });
});
