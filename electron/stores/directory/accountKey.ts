import { nameKey } from '../users/nameKey.ts';

/**
 * An account name, or a user principal name, as Active Directory compares it (MS-ADTS 3.1.1.2.2.4.13): `Anna`, `ánna` and `an\u00adna`
 * are one, for it ignores case, marks above and below, and what is not seen.
 */
export const accountKey = (account: string): string =>
  nameKey(
    account
      .normalize('NFKD')
      .replace(/[\p{M}\p{C}]/gu, '')
      .toUpperCase(),
  );
