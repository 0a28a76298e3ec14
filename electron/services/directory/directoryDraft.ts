import { z } from 'zod';
import {
  directoryDefaults,
  type DirectoryWrite,
  dnsServerSchema,
  domainNameSchema,
} from '../../contract/directory/directoryValues.ts';
import { hostNameSchema } from '../../contract/mail/address.ts';
import { timeoutSchema } from '../../contract/mail/profile.ts';
import { accountNameSchema } from '../../contract/mail/secret.ts';
import { draftPasswordSchema, toPassword } from '../draft/draftPassword.ts';
import { type DraftPlace, readNamedIn } from '../draft/draftPlace.ts';
import { draftTrustSchema, toTrust } from '../draft/draftTrust.ts';
import { parseDraft } from '../draft/parseDraft.ts';

/** The draft file of a directory, field by field; the README of the command line shows one. Null means the same as left out. */
export const directoryDraftSchema = z.strictObject({
  domain: domainNameSchema,
  controllers: z.array(hostNameSchema).max(20).nullish(),
  dnsServers: z.array(dnsServerSchema).max(3).nullish(),
  connection: z.enum(['ldaps', 'starttls']),
  trust: draftTrustSchema,
  identity: z.discriminatedUnion('mode', [
    z.strictObject({ mode: z.literal('windows') }),
    z.strictObject({
      mode: z.literal('password'),
      username: accountNameSchema,
      password: draftPasswordSchema,
    }),
  ]),
  globalCatalog: z.boolean().nullish(),
  timeoutMs: timeoutSchema.nullish(),
});
type DirectoryDraft = z.infer<typeof directoryDraftSchema>;

export type ReadDirectoryDraft = {
  values: DirectoryWrite;
  /** True: the password is the stored one of the directory in force. */
  usesVault: boolean;
};

const toIdentity = (identity: DirectoryDraft['identity']): DirectoryWrite['identity'] =>
  identity.mode === 'windows'
    ? { mode: 'windows' }
    : {
        mode: 'password',
        userName: { source: 'value', value: identity.username },
        password: toPassword(identity.password),
      };

const toControllers = (hosts: DirectoryDraft['controllers']): DirectoryWrite['controllers'] =>
  hosts && hosts.length > 0 ? { source: 'typed', hosts } : { source: 'dns', site: null };

/**
 * Reads a draft of a directory (JSON text) into values that can be proven. INVALID_INPUT names each fault by its path in the
 * file: besides the codes of the contract those of `parseDraft`, `certificate` and `fileUnreadable`.
 */
export const fromDirectoryDraft = async (text: string, place: DraftPlace): Promise<ReadDirectoryDraft> => {
  const draft = parseDraft(text, directoryDraftSchema);
  const { identity } = draft;
  return {
    values: {
      ...directoryDefaults,
      domain: draft.domain,
      controllers: toControllers(draft.controllers),
      dnsServers: draft.dnsServers ?? [],
      encryption: draft.connection,
      trust: await toTrust(draft.trust, readNamedIn(place), []),
      identity: toIdentity(identity),
      useGlobalCatalog: draft.globalCatalog ?? directoryDefaults.useGlobalCatalog,
      timeoutMs: draft.timeoutMs ?? directoryDefaults.timeoutMs,
    },
    usesVault: identity.mode === 'password' && identity.password.source === 'vault',
  };
};
