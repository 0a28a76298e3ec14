import { expect, it } from 'vitest';
import { createSignInRulesService } from '../../../../electron/services/security/signInRulesService.ts';
import { createSettingsLab } from '../../stores/settings/settingsLab.ts';

const createLab = () => {
  const { store } = createSettingsLab();
  return { store, service: createSignInRulesService(store) };
};

it('saves the rules as a revision of the person who did it, and nothing else', async () => {
  const { store, service } = createLab();
  const before = await store.read();
  const { revision, rules } = await service.getSignInRules();
  const stricter = { ...rules, lockout: { ...rules.lockout, attempts: 3 } };
  const saved = await service.saveSignInRules({ revision, rules: stricter }, 'anna');
  expect(await service.getSignInRules()).toEqual({ ...saved, rules: stricter });
  expect(await store.read()).toEqual({ ...before, ...saved, security: stricter });
  const { revisions } = await store.listRevisions(0, 1);
  expect(revisions[0]).toMatchObject({
    by: 'anna',
    operation: 'security.saveSignInRules',
    changes: [{ path: 'security.lockout.attempts', before: '10', after: '3' }],
  });
});

it('refuses rules on top of a revision that is not the newest any more', async () => {
  const { service } = createLab();
  const { revision, rules } = await service.getSignInRules();
  await service.saveSignInRules({ revision, rules }, 'anna');
  const late = service.saveSignInRules({ revision, rules }, 'bob');
  await expect(late).rejects.toMatchObject({ code: 'CONFLICT', data: { revision: revision + 1 } });
});
