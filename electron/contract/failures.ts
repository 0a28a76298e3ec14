import { ORPCError } from '@orpc/contract';
import { z } from 'zod';
import { findingSchema } from './proof/finding.ts';
import { restrictionSchema } from './users/restriction.ts';

/** One fault of one field: where it is and which text the locale file has for it (`fieldErrors:codes.<code>`). */
export const fieldIssueSchema = z.strictObject({
  path: z.array(z.union([z.string(), z.number()])),
  code: z.string(),
  parameters: z.partialRecord(z.string(), z.union([z.string(), z.number()])),
});
export type FieldIssue = z.infer<typeof fieldIssueSchema>;

/** Why the directory, or this console, does not let somebody in, whatever the password is worth. */
export const directoryRefusals = [
  'passwordExpired',
  'mustChangePassword',
  'disabled',
  'accountExpired',
  'lockedOut',
  'logonHours',
  'workstation',
  /** In no group that has roles here, and not added by name. */
  'notAMember',
] as const;
export type DirectoryRefusal = (typeof directoryRefusals)[number];

const nothing = z.strictObject({}).optional();

/**
 * The closed list of expected refusals, with the HTTP status that carries each one (RFC 9110).
 * Anything else that goes wrong is INTERNAL with an incident id; its details are only in the log.
 */
export const failures = {
  INVALID_INPUT: { status: 422, data: z.strictObject({ issues: z.array(fieldIssueSchema) }) },
  NOT_SIGNED_IN: { status: 401, data: nothing },
  /** Name and password do not let anybody in; why is told to nobody but the audit. */
  SIGN_IN_REFUSED: { status: 401, data: nothing },
  /**
   * What the directory says of an account that exists (MS-ADTS, data of a refused bind), or no group of the person may sign in here.
   * Of a password it tells nothing: `lockedOut` a directory says before it has looked at one. A wrong one is SIGN_IN_REFUSED.
   */
  DIRECTORY_SIGN_IN_REFUSED: { status: 401, data: z.strictObject({ reason: z.enum(directoryRefusals) }) },
  /** No domain controller answered as it should; the finding says why. */
  DIRECTORY_UNREACHABLE: { status: 503, data: z.strictObject({ finding: findingSchema }) },
  NOT_ALLOWED: { status: 403, data: z.strictObject({ permission: z.string() }) },
  /** Whatever rights are held: it takes the role Administrator, everywhere. */
  ADMINISTRATOR_REQUIRED: { status: 403, data: nothing },
  /** A rule forbids this for this user, whatever rights the caller holds (U22–U24). */
  RESTRICTED: { status: 409, data: restrictionSchema },
  NOT_FOUND: { status: 404, data: nothing },
  UNKNOWN_OPERATION: { status: 404, data: nothing },
  /** Somebody else saved first: `revision` is the one that is stored now. */
  CONFLICT: { status: 409, data: z.strictObject({ revision: z.number() }) },
  /** The secret was stored for another target, or never: it must be typed (again). */
  SECRET_REQUIRED: { status: 409, data: z.strictObject({ path: z.array(z.string()) }) },
  /** The values have no proof that passed; they can still be saved as a draft. */
  PROOF_REQUIRED: { status: 409, data: nothing },
  LAST_KEY_SLOT: { status: 409, data: nothing },
  WRONG_PASSPHRASE: { status: 403, data: nothing },
  /** The vault's data key cannot be had without a passphrase or the recovery key. */
  VAULT_LOCKED: { status: 423, data: nothing },
  /** The vault's file is damaged, or a secret in it does not belong where it stands. */
  SECRET_UNREADABLE: { status: 423, data: nothing },
  PROTECTION_UNAVAILABLE: { status: 423, data: z.strictObject({ reason: z.string() }) },
  /** The settings file could not be read; nothing is written until a backup is restored. */
  READ_ONLY: { status: 423, data: z.strictObject({ file: z.string() }) },
  /** The database of users and audit cannot be used; a backup can be restored. */
  DATABASE_UNREADABLE: { status: 423, data: z.strictObject({ file: z.string() }) },
  /** The operating system refused a write (ENOSPC, EIO, EACCES …); what was stored before is intact. */
  STORAGE_FAILED: { status: 507, data: z.strictObject({ systemCode: z.string(), file: z.string() }) },
  BUSY: { status: 429, data: nothing },
  CANCELLED: { status: 499, data: nothing },
  INTERNAL: { status: 500, data: z.strictObject({ incident: z.string() }) },
} as const;

export type FailureCode = keyof typeof failures;
export type FailureData<Code extends FailureCode> = z.infer<(typeof failures)[Code]['data']>;

/**
 * Makes an expected refusal, to be thrown by a service; every host carries it to the caller as it is.
 * `cause` goes to the log, never to the caller.
 */
export const fail = <Code extends FailureCode>(code: Code, data: FailureData<Code>, cause?: unknown) =>
  new ORPCError(code, { defined: true, status: failures[code].status, message: code, data, cause });

/** INVALID_INPUT for one fault of one field; an empty path means the input as a whole. */
export const refuseField = (
  path: FieldIssue['path'],
  code: string,
  parameters: FieldIssue['parameters'] = {},
) => fail('INVALID_INPUT', { issues: [{ path, code, parameters }] });

/** True when `error` is one of the refusals of the contract. */
export const isFailure = (error: unknown): error is ORPCError<FailureCode, unknown> =>
  error instanceof ORPCError && Object.hasOwn(failures, String(error.code));
