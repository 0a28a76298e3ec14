import { fail, type FieldIssue } from '../../../contract/failures.ts';
import type { PasswordRules } from '../../../contract/security/signInRules.ts';
import type { CredentialStore } from '../../../stores/users/credentialStore.ts';
import type { IsCommonPassword } from './commonPasswords.ts';
import { judgePassword, type PasswordFault } from './judgePassword.ts';
import type { PasswordCost, PasswordHashing } from './passwordHashing.ts';
import { preparePassword } from './preparePassword.ts';

/** Whose password is set: `names` are what a guesser would try first. */
export type PasswordOwner = { userId: string; names: readonly string[] };

export type PasswordSettingParts = {
  credentials: CredentialStore;
  hashing: PasswordHashing;
  isCommon: IsCommonPassword;
  cost: () => Promise<PasswordCost>;
  rules: () => Promise<PasswordRules>;
  now: () => number;
};

const refuse = (path: readonly string[], faults: readonly (PasswordFault | { code: string })[]) => {
  const issues = faults.map((fault): FieldIssue => ({ path: [...path], parameters: {}, ...fault }));
  return fail('INVALID_INPUT', { issues });
};

export const createPasswordSetting = (parts: PasswordSettingParts) => {
  const { credentials, hashing, isCommon, cost, rules, now } = parts;

  const wasUsedBy =
    (userId: string) =>
    async (password: string, count: number): Promise<boolean> => {
      for (const hash of await credentials.lastOf(userId, count))
        if (await hashing.verify(password, hash)) return true;
      return false;
    };

  /** The password as it is hashed. INVALID_INPUT at `path` when the rules are against it. */
  const demandGood = async (
    typed: string,
    owner: PasswordOwner,
    path: readonly string[],
  ): Promise<string> => {
    const prepared = preparePassword(typed);
    if (prepared === null) throw refuse(path, [{ code: typed === '' ? 'required' : 'controlCharacter' }]);
    const wasUsed = wasUsedBy(owner.userId);
    const faults = await judgePassword(prepared, await rules(), owner.names, { isCommon, wasUsed });
    if (faults.length > 0) throw refuse(path, faults);
    return prepared;
  };

  /** The hash of a good password. INVALID_INPUT at `path` when the rules are against it. */
  const hashGood = async (typed: string, owner: PasswordOwner, path: readonly string[]): Promise<string> =>
    hashing.hash(await demandGood(typed, owner, path), await cost());

  return {
    /**
     * Judges a password by the rules and keeps its hash. `path`: the field that it was typed in, for INVALID_INPUT.
     * `mustChange`: somebody else chose it, so its owner has to choose another one.
     */
    set: async (
      typed: string,
      owner: PasswordOwner,
      { path, mustChange }: { path: readonly string[]; mustChange: boolean },
    ): Promise<void> => {
      const hash = await hashGood(typed, owner, path);
      await credentials.set(owner.userId, { hash, at: now(), mustChange });
    },
    hashGood,
    demandGood,
  };
};

export type PasswordSetting = ReturnType<typeof createPasswordSetting>;
