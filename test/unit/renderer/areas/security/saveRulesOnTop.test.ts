import { expect, it } from 'vitest';
import { newSignInRules } from '../../../../../electron/contract/security/defaultSignInRules.ts';
import type { SignInRules } from '../../../../../electron/contract/security/signInRules.ts';
import { CallError } from '../../../../../renderer/api/callError.ts';
import {
  type RulesSaver,
  type SavedRules,
  saveRulesOnTop,
} from '../../../../../renderer/areas/security/rules/saveRulesOnTop.ts';

const withAttempts = (attempts: number): SignInRules => ({
  ...newSignInRules,
  lockout: { ...newSignInRules.lockout, attempts },
});

/** A program that holds these rules. */
const createProgram = (start: SavedRules) => {
  let saved = start;
  const saver: RulesSaver = {
    getSignInRules: async () => saved,
    saveSignInRules: async ({ revision, rules }) => {
      if (revision !== saved.revision)
        throw new CallError({ code: 'CONFLICT', data: { revision: saved.revision } });
      saved = { revision: revision + 1, rules };
      return { revision: saved.revision };
    },
  };
  return { saver, saved: () => saved };
};

const seen = { revision: 3, rules: newSignInRules };

it('steps over a save of other settings', async () => {
  const { saver, saved } = createProgram({ ...seen, revision: 5 });
  expect(await saveRulesOnTop(saver, { rules: withAttempts(4), seen })).toEqual({ revision: 6 });
  expect(saved().rules.lockout.attempts).toBe(4);
});

it('leaves it to the person when the rules themselves were changed', async () => {
  const { saver, saved } = createProgram({ revision: 4, rules: withAttempts(7) });
  const late = saveRulesOnTop(saver, { rules: withAttempts(4), seen });
  await expect(late).rejects.toMatchObject({ failure: { code: 'CONFLICT' } });
  expect(saved().rules.lockout.attempts).toBe(7);
});
