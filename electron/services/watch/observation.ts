import type { WatchedSecretKind, WatchedServerKind } from '../../contract/watch/watch.ts';
import type { CertificateLife } from '../../protocols/tls/certificateLife.ts';

/** A server that is watched. */
export type ServerIdentity = {
  key: string;
  kind: WatchedServerKind;
  name: string;
  /** Names of the profiles that use it. */
  profiles: readonly string[];
};

/** What a look at a server gave: the life of its certificate (null: it shows none), or why it is silent. */
export type ServerSeen =
  | { answers: true; certificate: CertificateLife | null }
  /** `finding`: its code. */
  | { answers: false; finding: string };

/** A secret with which a profile in force signs in, as far as its dates are known; moments in ms since 1970 UTC. */
export type WatchedSignIn = {
  profileId: string;
  profileName: string;
  /** As it is listed: the profile, and the mailbox's protocol where it is for that. */
  name: string;
  kind: WatchedSecretKind;
  /** For sending, or to look whether a message has arrived. */
  part: 'authentication' | 'arrival';
  /** Becomes another one when the secret is replaced; null: nobody can tell. Never the secret. */
  secretId: string | null;
  expiresAt: number | null;
  lastUsedAt: number | null;
  /** False: nobody can tell now whether it is still there, as behind a locked vault; then no date is known. */
  isReadable: boolean;
};
