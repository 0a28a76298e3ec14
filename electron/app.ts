import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { createImplementer } from './hosts/implementer.ts';
import type { Log } from './hosts/log.ts';
import { createKnowledgeOperations } from './hosts/operations/knowledgeOperations.ts';
import { createMailboxOperations } from './hosts/operations/mailboxOperations.ts';
import { createSessionOperations } from './hosts/operations/sessionOperations.ts';
import { typedSecrets } from './hosts/typedSecrets.ts';
import { createMailboxService } from './services/mailbox/mailboxService.ts';
import { createMessageStore, mailboxLimits } from './stores/mailbox/messageStore.ts';
import type { LiveSecrets } from './stores/vault/liveSecrets.ts';

export type AppOptions = {
  /** Absolute path of the folder that holds settings, vault and mailbox; made when it is not there. */
  dataDirectory: string;
  log: Log;
  /** The secrets that `log` masks. */
  secrets: LiveSecrets;
  version: string;
  /** BCP 47 tag of the system's language. */
  systemLocale: string;
};

const now = (): Date => new Date();

const createMailbox = (dataDirectory: string, log: Log) => {
  const directory = path.join(dataDirectory, 'mailbox');
  const store = createMessageStore({ directory, limits: mailboxLimits, now, log });
  return createMailboxService({ store, limits: mailboxLimits, log });
};

/** Composition root: the only place that builds services. Every host answers from the router that this gives. */
export const createApp = ({ dataDirectory, log, secrets, version, systemLocale }: AppOptions) => {
  mkdirSync(dataDirectory, { recursive: true, mode: 0o700 });
  const os = createImplementer(log, (input) => {
    const releases = typedSecrets(input).map((secret) => secrets.register(secret));
    return () => releases.forEach((release) => release());
  });
  const router = {
    session: createSessionOperations(os, { version, systemLocale, dataDirectory }),
    mailbox: createMailboxOperations(os, createMailbox(dataDirectory, log)),
    knowledge: createKnowledgeOperations(os),
  };
  return { router, close: async (): Promise<void> => {} };
};

export type App = ReturnType<typeof createApp>;
