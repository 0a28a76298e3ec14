import { z } from 'zod';
import { command, exportQuery, query } from '../operation.ts';
import { bulkOutcomeSchema, bulkPreviewSchema, bulkRequestSchema } from './bulk.ts';
import { typedPasswordSchema } from './password.ts';
import { importReportSchema, importRequestSchema } from './userImport.ts';
import {
  savedUserValuesSchema,
  userGrantSchema,
  userQuerySchema,
  userSummarySchema,
  userValuesSchema,
} from './user.ts';
import { attemptSchema, lockoutSchema, userDetailsSchema } from './userDetails.ts';

const user = z.strictObject({ id: z.uuid() });
const nothing = z.strictObject({});
const file = z.strictObject({ fileName: z.string(), mediaType: z.string(), base64: z.string() });

export const usersContract = {
  listUsers: query('users.view')
    .input(userQuerySchema)
    /** `groups`: how many of `total` are groups. */
    .output(z.strictObject({ total: z.int(), groups: z.int(), users: z.array(userSummarySchema) })),
  /** NOT_FOUND. */
  getUser: query('users.view').input(user).output(userDetailsSchema),
  /**
   * Adds a local user (U25). `password` null: the user sets the first one by a reset
   * mail. INVALID_INPUT also for a name that is taken, and a role that the caller may not give.
   */
  createUser: command(['users.create', 'roles.view'], { subject: 'values.name' })
    .input(
      z.strictObject({
        values: userValuesSchema.omit({ mustChangePassword: true }),
        grants: z.array(userGrantSchema).max(500),
        password: typedPasswordSchema.nullable(),
      }),
    )
    .output(z.strictObject({ id: z.uuid(), revision: z.int() })),
  /**
   * Replaces what an administrator decides of a user (U25). Names of the directory stay; an address or a language of it that is
   * changed is decided here from then on, until it is null. CONFLICT when somebody else saved first, RESTRICTED, NOT_FOUND. A user
   * that is deactivated is signed out everywhere.
   */
  saveUser: command(['users.edit', 'roles.view'], { subject: 'id' })
    .input(
      user.extend({
        revision: z.int().positive(),
        values: savedUserValuesSchema,
        grants: z.array(userGrantSchema).max(500),
      }),
    )
    .output(z.strictObject({ revision: z.int() })),
  /**
   * Sets a password for somebody else, who has to choose another one if the rules say so; ends that user's sessions.
   * Nobody can sign in as somebody mightier by it. RESTRICTED for the own password: `session.changePassword` asks for the
   * present one.
   */
  setPassword: command('users.edit', { subject: 'id' })
    .route({ description: 'Also every right that the user holds.' })
    .input(user.extend({ password: typedPasswordSchema }))
    .output(nothing),
  /** What `applyBulk` would do: how many users it would change, who is left out and why. */
  previewBulk: query('users.view').input(bulkRequestSchema).output(bulkPreviewSchema),
  /** Does it. `fingerprint` is that of the preview: CONFLICT when it would now be other users. */
  applyBulk: command('users.view', { subject: null })
    .route({
      description:
        'Also users.delete to delete, users.edit or roles.edit for roles, users.edit for the rest.',
    })
    .input(bulkRequestSchema.extend({ fingerprint: z.string().length(64) }))
    .output(bulkOutcomeSchema),
  /** Ends one session of a user. */
  endSession: command('users.edit', { subject: 'id' })
    .input(user.extend({ sessionId: z.uuid() }))
    .output(nothing),
  /** Ends all sessions of a user. */
  endSessions: command('users.edit', { subject: 'id' }).input(user).output(nothing),
  /** How attempts of this user ended, the newest first, and what is counted against the user now. */
  listAttempts: query('users.view')
    .input(user.extend({ limit: z.int().min(1).max(500) }))
    .output(z.strictObject({ lockout: lockoutSchema.nullable(), attempts: z.array(attemptSchema) })),
  /** The users that the filter finds as CSV (RFC 4180, UTF-8 with BOM), safe to open in a spreadsheet; roles and folders for who may see them. */
  exportUsers: exportQuery('users.view')
    .input(userQuerySchema.omit({ offset: true, limit: true }))
    .output(file),
  /** What `applyImport` would do, row by row; changes nothing. */
  previewImport: query(['users.view', 'roles.view']).input(importRequestSchema).output(importReportSchema),
  /**
   * Adds and changes the local users of a CSV file: all rows or, when one has a fault, none. Passwords cannot be imported:
   * a user who is added sets the first one by a reset mail, or gets one with `setPassword`.
   */
  applyImport: command(['users.view', 'roles.view'], { subject: null })
    .route({ description: 'Also users.create for rows that add, and users.edit for rows that change.' })
    .input(importRequestSchema)
    .output(importReportSchema),
};
