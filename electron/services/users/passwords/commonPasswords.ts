/** True when everybody who guesses tries this password first. */
export type IsCommonPassword = (password: string) => Promise<boolean>;

const load = async (): Promise<ReadonlySet<string>> => {
  const { dictionary } = await import('@zxcvbn-ts/language-common');
  return new Set(dictionary['passwords-common']);
};

/**
 * Looks in the list of about 49,000 passwords that leaks have most of, as zxcvbn-ts ships it
 * (github.com/zxcvbn-ts/zxcvbn, package language-common, MIT). The list is read when it is first asked.
 */
export const createCommonPasswords = (): IsCommonPassword => {
  let list: Promise<ReadonlySet<string>> | null = null;
  return async (password) => (await (list ??= load())).has(password.toLowerCase());
};
