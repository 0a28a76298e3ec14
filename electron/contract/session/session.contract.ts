import { z } from 'zod';
import { languageSchema } from '../languages.ts';
import { displayNameSchema, emailAddressSchema } from '../mail/address.ts';
import { command, openCommand, openQuery } from '../operation.ts';
import { permissionSchema } from '../permissions.ts';
import { passwordRulesSchema } from '../security/signInRules.ts';
import { typedPasswordSchema } from '../users/password.ts';
import { sessionEndSchema } from './sessionEnd.ts';

export const sessionStates = [
  /** There is no administrator yet: the person who started the program may do everything. */
  'starting',
  'signedIn',
  /** Signed in with a password that has to be replaced: good for that and for nothing else. */
  'mustChangePassword',
  'signedOut',
  /** The database cannot be used: the person who started the program may restore it. */
  'unreadable',
] as const;

export const sessionSchema = z.strictObject({
  state: z.enum(sessionStates),
  /** Why somebody who was signed in is not any more. */
  end: sessionEndSchema.nullable(),
  /** False: there is no administrator yet, so nobody can sign in. */
  isSetUp: z.boolean(),
  /** True: who calls started the program, or was given its start link. */
  startedProgram: z.boolean(),
  /** Name of the person, for audit and revisions; empty when nobody is signed in. */
  user: z.string(),
  /** Null: the person who started the program, or nobody. */
  userId: z.uuid().nullable(),
  /** What that person reads; null: that of the console. */
  language: languageSchema.nullable(),
  /** Holds role Administrator everywhere, or may do everything because there is no administrator yet. */
  isAdministrator: z.boolean(),
  /** Held everywhere. */
  permissions: z.array(permissionSchema),
  /** What is held in folders besides (U29), also from the folders that they lie in. */
  folderPermissions: z.array(z.strictObject({ folderId: z.uuid(), permissions: z.array(permissionSchema) })),
  door: z.enum(['desktop', 'browser', 'api', 'commandLine']),
  version: z.string(),
  /** BCP 47 tag of the system's language. */
  systemLocale: z.string(),
  /** Null for somebody who is not signed in. */
  dataDirectory: z.string().nullable(),
  /** False: its rights could not be checked or restricted, so other users of the machine may get at it. */
  dataDirectoryRestricted: z.boolean(),
});
export type Session = z.infer<typeof sessionSchema>;

export const signInWaysSchema = z.strictObject({
  /** Null: people of the directory cannot sign in. `netbiosName` null: nobody of this domain is known yet. */
  directory: z.strictObject({ domain: z.string(), netbiosName: z.string().nullable() }).nullable(),
  /** Who could sign in without a password, as this machine names that person; a label, nothing proven. */
  windowsUser: z.string().nullable(),
});
export type SignInWays = z.infer<typeof signInWaysSchema>;

const nothing = z.strictObject({});
const password = typedPasswordSchema;
const nameAndPassword = z.strictObject({ name: z.string().min(1).max(320), password });

export const sessionContract = {
  /** Pages ask it once a minute, and whenever they open. */
  getSession: openQuery(false).output(sessionSchema),
  /** How people can sign in: asked for the page that they sign in on. */
  getSignInWays: openQuery(false).output(signInWaysSchema),
  /** What a new password has to be, for whoever sets one. */
  getPasswordRules: openQuery().output(passwordRulesSchema),
  /**
   * Creates the user *admin*, once, by the person who started the program, who is signed in as that user then. CONFLICT
   * when there is one already; INVALID_INPUT at `password`.
   */
  createAdministrator: openCommand({ subject: null })
    .input(
      z.strictObject({
        displayName: displayNameSchema,
        mail: emailAddressSchema.nullable(),
        language: languageSchema.nullable(),
        password,
      }),
    )
    .output(nothing),
  /**
   * Gives *admin* a new password for the recovery key of the vault; for the person who started the program, and when the
   * password is lost and no mail can be sent. WRONG_PASSPHRASE; NOT_FOUND without *admin*; INVALID_INPUT at
   * `recoveryKey` or `newPassword`; NOT_SIGNED_IN for everybody else.
   */
  recoverAdministrator: openCommand({ subject: null })
    .input(z.strictObject({ recoveryKey: typedPasswordSchema, newPassword: password }))
    .output(nothing),
  /**
   * As a local user, or as one of the directory: `CORP\anna`, `anna@corp.example`, or a bare name that no local user has (U19).
   * SIGN_IN_REFUSED, whatever the reason; DIRECTORY_SIGN_IN_REFUSED, DIRECTORY_UNREACHABLE; BUSY.
   */
  signIn: openCommand({ subject: null }).input(nameAndPassword).output(nothing),
  /**
   * As whom this process runs, proven to a domain controller (Kerberos). NOT_SIGNED_IN through a door that others come through
   * too; the rest as for `signIn`.
   */
  signInAsWindowsUser: openCommand({ subject: null }).output(nothing),
  signOut: openCommand({ subject: null }).output(nothing),
  /** Replaces the own password; every other session of the user ends. INVALID_INPUT at `present` or `next`. */
  changePassword: openCommand({ subject: null })
    .input(z.strictObject({ present: password, next: password }))
    .output(nothing),
  /** Chooses what the console speaks with who is signed in, on pages and in mails; null: as everybody. NOT_SIGNED_IN. */
  saveOwnLanguage: command(null, { subject: null })
    .input(z.strictObject({ language: languageSchema.nullable() }))
    .output(nothing),
  /** Sends a code by mail. The answer is the same for everybody, known or not. */
  requestPasswordReset: openCommand({ subject: null })
    .input(z.strictObject({ nameOrAddress: z.string().min(1).max(320) }))
    .output(nothing),
  /** Sets a new password for a code; nobody is signed in by it. INVALID_INPUT at `code` or `newPassword`; BUSY. */
  completePasswordReset: openCommand({ subject: null })
    .input(
      z.strictObject({
        name: z.string().min(1).max(320),
        code: z.string().min(1).max(256),
        newPassword: password,
      }),
    )
    .output(nothing),
};
