import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { createCertificates, type LabCertificates } from './certificates.ts';
import { startDovecot } from './dovecot.ts';
import { dovecotPortNames, type DovecotPortName, type DovecotSignIns } from './dovecotConfiguration.ts';
import { scriptedSmtp } from './faults/scriptedSmtp.ts';
import { weakCiphers } from './faults/tlsFaults.ts';
import { type Greylist, startGreylist } from './greylistPolicy.ts';
import { createGuardedDirectory, type GuardedDirectory } from './guardedDirectory.ts';
import { type LabUser, labUsers, type LabUserName } from './identities.ts';
import { type KerberosRealm, startKerberosRealm } from './kerberosRealm.ts';
import type { LogFile } from './logFile.ts';
import { createMailbox, type Mailbox } from './mailbox.ts';
import { ensureMailServers, ensureSignInServers } from './mailServers.ts';
import { writeNtlmHelper } from './ntlmHelper.ts';
import { claimPortBlock, namePorts } from './portBlock.ts';
import { startPostfix } from './postfix.ts';
import { postfixPortNames, type PostfixPortName } from './postfixConfiguration.ts';
import { Teardown } from './teardown.ts';
import { type JudgeToken, startTokenEndpoint } from './tokenEndpoint.ts';

/** Every port of a lab; test/lab/README.md tells what each one does. */
export type LabPortName = PostfixPortName | DovecotPortName | 'weakKey';

/** Ways to sign in beside passwords, over SMTP, IMAP and POP3 alike; left out: not offered. */
export type MailLabOptions = {
  /** Access tokens (XOAUTH2, OAUTHBEARER): who decides on them. */
  readonly judgeToken?: JudgeToken;
  /** Tickets of Kerberos (GSSAPI) of a realm of the lab's own; ask `ensureSignInServers` first. */
  readonly tickets?: boolean;
  /** NTLM, for the account of `ntlmHelper.ts`; ask `ensureSignInServers` first. */
  readonly ntlm?: boolean;
};

/** A running lab: real mail servers on loopback, for one test file or one benchmark. */
export type MailLab = {
  /** Name to connect to; the good certificate is valid for it, for 127.0.0.1 and for `mail.example.test`. */
  readonly host: 'localhost';
  readonly ports: Readonly<Record<LabPortName, number>>;
  /** The root certificate to trust: PEM text, and the path of its file. */
  readonly authority: LabCertificates['authority'];
  /** The server certificates, for scripted servers. */
  readonly certificates: LabCertificates['servers'];
  readonly users: Readonly<Record<LabUserName, LabUser>>;
  /** What the greylist port has deferred, and when it accepts. */
  readonly greylist: Greylist;
  /** Who gives tickets; null: nobody, the lab was started without. */
  readonly realm: Omit<KerberosRealm, 'stop'> | null;
  /** How often the servers have asked about a token. */
  tokenQuestions(): number;
  /** The servers' own logs. */
  readonly logs: { readonly postfix: LogFile; readonly dovecot: LogFile };
  /** Folder of everything the lab writes. */
  readonly directory: string;
  /** Ids of the first processes of the servers. */
  readonly processIds: readonly number[];
  /** A user's mail. */
  mailbox(user: LabUserName): Mailbox;
  /** Ends all servers and removes the folder. */
  stop(): Promise<void>;
};

type Foundation = GuardedDirectory & {
  readonly ports: Readonly<Record<PostfixPortName | DovecotPortName | 'kdc', number>>;
  readonly certificates: LabCertificates;
  readonly greylist: Greylist;
  readonly weakKeyPort: number;
};

function prepareDirectory(teardown: Teardown): GuardedDirectory {
  const guarded = createGuardedDirectory(teardown);
  for (const folder of ['log', 'mail', 'run']) mkdirSync(path.join(guarded.directory, folder));
  return guarded;
}

/** Postfix cannot load so weak a key; a scripted server shows it. */
async function startWeakKeyServer({ servers }: LabCertificates, teardown: Teardown): Promise<number> {
  const { chain, key } = servers.weakKey;
  const server = { cert: chain, key, ciphers: weakCiphers };
  const { port, close } = await scriptedSmtp({}, { tls: { mode: 'starttls', server } });
  teardown.add(close);
  return port;
}

async function layFoundation(teardown: Teardown): Promise<Foundation> {
  const { directory, keeper } = prepareDirectory(teardown);
  const block = await claimPortBlock();
  teardown.add(block.release);
  const ports = namePorts([...postfixPortNames, ...dovecotPortNames, 'kdc'], block.ports);
  const greylist = await startGreylist();
  teardown.add(greylist.close);
  const certificates = await createCertificates(path.join(directory, 'certificates'));
  const weakKeyPort = await startWeakKeyServer(certificates, teardown);
  return { directory, keeper, ports, certificates, greylist, weakKeyPort };
}

type FurtherSignIns = Pick<MailLab, 'realm' | 'tokenQuestions'> & { readonly signIns: DovecotSignIns };

/** Starts what Dovecot asks about the further ways to sign in. */
async function startSignIns(
  { judgeToken, tickets = false, ntlm = false }: MailLabOptions,
  { directory, keeper, ports }: Foundation,
  teardown: Teardown,
): Promise<FurtherSignIns> {
  const tokens = judgeToken && (await startTokenEndpoint(judgeToken));
  if (tokens !== undefined) teardown.add(tokens.close);
  const layout = { directory, port: ports.kdc, host: 'localhost' };
  const realm = tickets ? await startKerberosRealm(layout, keeper) : null;
  if (realm !== null) teardown.add(realm.stop);
  return {
    realm,
    tokenQuestions: () => tokens?.questions() ?? 0,
    signIns: {
      ...(tokens && { tokens }),
      ...(realm && { tickets: { keytab: realm.serviceKeytab, configuration: realm.configuration } }),
      ...(ntlm && { ntlm: { helper: writeNtlmHelper(directory) } }),
    },
  };
}

async function startServers(
  options: MailLabOptions,
  foundation: Foundation,
  teardown: Teardown,
): Promise<MailLab> {
  const { directory, keeper, ports, certificates, greylist, weakKeyPort } = foundation;
  const { signIns, realm, tokenQuestions } = await startSignIns(options, foundation, teardown);
  const authSocket = path.join(directory, 'run', 'auth-client');
  const mailboxes = {
    alice: createMailbox(path.join(directory, 'mail', 'alice')),
    bob: createMailbox(path.join(directory, 'mail', 'bob')),
  };
  const dovecot = await startDovecot(
    { directory, ports, certificate: certificates.servers.good, authSocket, signIns },
    keeper,
  );
  teardown.add(dovecot.process.stop);
  const postfix = await startPostfix(
    { directory, ports, certificates, authSocket, policyPort: greylist.port },
    keeper,
  );
  teardown.add(postfix.process.stop);
  return {
    host: 'localhost',
    ports: { ...ports, weakKey: weakKeyPort },
    authority: certificates.authority,
    certificates: certificates.servers,
    users: labUsers,
    greylist,
    ...{ realm, tokenQuestions },
    logs: { postfix: postfix.log, dovecot: dovecot.log },
    directory,
    processIds: [dovecot.process.processId, postfix.process.processId],
    mailbox: (user) => mailboxes[user],
    stop: () => teardown.run(),
  };
}

/**
 * Starts Postfix and Dovecot with all the ports of the lab, apart from every other lab on the machine.
 * @throws Error with the reason when the servers cannot run here (ask `ensureMailServers` first to skip a test), or
 * with their own words when they do not start; nothing is left behind then.
 */
export async function startMailLab(options: MailLabOptions = {}): Promise<MailLab> {
  const needsMore = options.tickets === true || options.ntlm === true;
  const availability = await (needsMore ? ensureSignInServers() : ensureMailServers());
  if (!availability.available) throw new Error(availability.reason);
  const teardown = new Teardown();
  try {
    return await startServers(options, await layFoundation(teardown), teardown);
  } catch (error) {
    await teardown.run();
    throw error;
  }
}
