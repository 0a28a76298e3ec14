import { fail, type FieldIssue } from '../../../contract/failures.ts';
import type { PasswordRules } from '../../../contract/security/signInRules.ts';
import type { CredentialStore } from '../../../stores/users/credentialStore.ts';
import type { IsCommonPassword } from './commonPasswords.ts';
import { judgePassword, type PasswordFault } from './judgePassword.ts';
import type { PasswordCost, PasswordHashing } from './passwordHashing.ts';
import { preparePassword } from './preparePassword.ts';

/** Whose password is set: `names` are what a guesser would try first. */
export type PasswordOwner = { userId: string; names: readonly string[] };

type Named = { id: string; name: string; displayName: string; mail: string | null };

export const passwordOwner = ({ id, name, displayName, mail }: Named): PasswordOwner => ({
  userId: id,
  names: [name, displayName, mail ?? ''].filter(Boolean),
});

export type PasswordSettingParts = {
  credentials: CredentialStore;
  hashing: PasswordHashing;
  isCommon: IsCommonPassword;
  cost: () => Promise<PasswordCost>;
  rules: () => Promise<PasswordRules>;
};

const refuse = (path: readonly string[], faults: readonly (PasswordFault | { code: string })[]) => {
  const issues = faults.map((fault): FieldIssue => ({ path: [...path], parameters: {}, ...fault }));
  return fail('INVALID_INPUT', { issues });
};

/** Judges passwords that people choose, and hashes them. */
export const createPasswordSetting = (parts: PasswordSettingParts) => {
  const { credentials, hashing, isCommon, cost, rules } = parts;

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

  return {
    /** The hash of a good password. INVALID_INPUT at `path`, the field that it was typed in, when the rules are against it. */
    hashGood: async (typed: string, owner: PasswordOwner, path: readonly string[]): Promise<string> =>
      hashing.hash(await demandGood(typed, owner, path), await cost()),
  };
};

export type PasswordSetting = ReturnType<typeof createPasswordSetting>;
