import type { ProfileWrite, SmtpWrite } from '../../contract/mail/profile.ts';
import type { Credential } from '../secrets/credentialReading.ts';

type WrittenArrival = NonNullable<SmtpWrite['arrival']>;

export type ResolvedAuthentication = { mode: 'none' } | ({ mode: 'password' } & Credential);

export type ResolvedArrival = Omit<WrittenArrival, 'userName' | 'password'> & {
  userName: string;
  password: string;
};

export type ResolvedSmtp = Omit<SmtpWrite, 'authentication' | 'arrival'> & {
  authentication: ResolvedAuthentication;
  arrival: ResolvedArrival | null;
};

/**
 * A profile's values ready for use: references to the vault and to the environment are replaced by what they
 * stand for. It carries passwords: it is never stored, logged, or given to a page.
 */
export type ResolvedProfile = ResolvedSmtp | Exclude<ProfileWrite, { kind: 'smtp' }>;
