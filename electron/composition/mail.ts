import { randomUUID } from 'node:crypto';
import { Resolver } from 'node:dns/promises';
import * as files from 'node:fs/promises';
import { hostname } from 'node:os';
import type { Log } from '../hosts/log.ts';
import type { MailServices } from '../hosts/operations/mailOperations.ts';
import { loadTranslator } from '../locales/translate.ts';
import { feedProgram } from '../protocols/machine/feedProgram.ts';
import { createFindTicket } from '../protocols/kerberos/listTickets.ts';
import { runProgram } from '../protocols/machine/runProgram.ts';
import { createTrustStore } from '../protocols/tls/trustStore.ts';
import { createFingerprint } from '../services/mail/mailFingerprint.ts';
import { createProfileTokens } from '../services/mail/profileTokens.ts';
import { createProfileProving } from '../services/mail/profileProving.ts';
import { createProfileAccess } from '../services/mail/profiles/profileAccess.ts';
import { createProfileResolver, type ProfileResolver } from '../services/mail/profiles/profileResolver.ts';
import { createProfileService, type ProfileService } from '../services/mail/profiles/profileService.ts';
import { createConnectionLimit } from '../services/mail/proof/connectionLimit.ts';
import type { DeliveryParts } from '../services/mail/proof/deliveryPlan.ts';
import { createMailProver } from '../services/mail/proof/mailProver.ts';
import { createConnectionPool } from '../services/mail/sending/connectionPool.ts';
import { createProofReports } from '../services/proof/report/proofReport.ts';
import type { MailboxService } from '../services/mailbox/mailboxService.ts';
import { createProofLog } from '../services/proof/proofLog.ts';
import type { SealingKey } from '../services/proof/sealingKey.ts';
import type { ProofRecordStore } from '../stores/proof/proofRecordStore.ts';
import type { SettingsStore } from '../stores/settings/settingsStore.ts';
import type { FolderStore } from '../stores/users/folderStore.ts';
import type { LiveSecrets } from '../stores/vault/liveSecrets.ts';
import type { Vault } from '../stores/vault/vault.ts';
import { createFindProxy } from './findProxy.ts';
import { startTimer } from './startTimer.ts';
import { composeTokens } from './tokens.ts';

export type MailParts = {
  settings: SettingsStore;
  vault: Vault;
  sealingKey: SealingKey;
  records: ProofRecordStore;
  mailbox: MailboxService;
  folders: Pick<FolderStore, 'find'>;
  secrets: LiveSecrets;
  log: Log;
};

/** How long the system may take to list tickets, in ms. */
const ticketLimitMs = 2_000;

/** How long DNS may take when server data is looked for, in ms. */
const detectionLimitMs = 4_000;

/** What messages are handed over with, and the tokens for that. */
const composeDelivery = (
  { settings, vault, mailbox, secrets, log }: MailParts,
  {
    resolveActive,
    resolveStored,
  }: Pick<ProfileService, 'resolveActive'> & Pick<ProfileResolver, 'resolveStored'>,
) => {
  const trustStore = createTrustStore();
  const findProxy = createFindProxy();
  const tokens = composeTokens({ vault, trustStore, findProxy, secrets, log });
  const profileTokens = createProfileTokens({
    ...{ tokens, log, readSettings: settings.read, resolveActive, resolveStored },
  });
  const delivery: DeliveryParts = {
    ...{ files, log, trustStore, findProxy, tokens, now: () => new Date() },
    findTicket: createFindTicket({
      ...{ run: runProgram, limitMs: ticketLimitMs },
      ...{ platform: process.platform, environment: process.env },
    }),
    storeMessage: mailbox.capture,
    ownTokenHolder: async () => {
      const { defaultProfileId } = (await settings.read()).mail;
      return { profileId: defaultProfileId, by: '', language: null };
    },
    machineName: hostname(),
    connections: createConnectionLimit(),
    outlook: { start: feedProgram, platform: process.platform, environment: process.env },
  };
  return { delivery, profileTokens };
};

/** Builds what knows mail profiles: who keeps, proves and uses them. */
export const composeMail = (parts: MailParts) => {
  const { settings, vault, sealingKey, records, mailbox, folders, secrets, log } = parts;
  const proofLog = createProofLog();
  const fingerprint = createFingerprint(sealingKey);
  const resolver = createProfileResolver({ vault, environment: process.env });
  const profiles = createProfileService({
    ...{ settings, vault, fingerprint, records, log },
    resolver,
    proofs: proofLog,
    newId: randomUUID,
  });
  const { delivery, profileTokens } = composeDelivery(parts, { ...profiles, ...resolver });
  const prove = createMailProver({ ...delivery, fingerprint, proofLog });
  const services: MailServices = {
    access: createProfileAccess({
      ...{ settings, profiles, log, proofs: proofLog, now: () => new Date() },
      forgetTokens: profileTokens.forget,
      adoptTokens: async (id, by, input) =>
        profileTokens.adopt(id, by, await profiles.resolveProfile({ ...input, id })),
      settleTokens: profileTokens.settle,
      hasFolder: async (folderId) => (await folders.find(folderId)) !== null,
      proveProfile: createProfileProving({ profiles, prove, proofs: proofLog, secrets, log }),
      createProofReport: createProofReports({ area: 'mail', find: proofLog.read, loadTexts: loadTranslator }),
    }),
    detection: { openResolver: () => new Resolver(), limitMs: detectionLimitMs },
  };
  const ownDelivery: DeliveryParts = { ...delivery, storeMessage: mailbox.captureOwn };
  return {
    services,
    profiles,
    fingerprint,
    ownDelivery,
    profileTokens,
    pool: createConnectionPool({ startTimer }),
  };
};

export type Mail = ReturnType<typeof composeMail>;
