/** What a password is for, and how well it is protected on the way there. */
export type SecretTarget = {
  /** Canonical text of servers, account and sign-in: the same ones always give the same text. */
  account: string;
  /** Rising with the protection. */
  protection: number;
};

/** Canonical text of a target, as the vault binds a secret to it. */
export const targetText = ({ account, protection }: SecretTarget): string =>
  `${account} protection ${protection}`;

/**
 * True when a password stored for `stored` may be sent to `next` without being typed again: the same servers, account
 * and sign-in, and not less protected than the person agreed to.
 */
export const mayKeep = (stored: SecretTarget, next: SecretTarget): boolean =>
  stored.account === next.account && next.protection >= stored.protection;
