import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { composeMessage } from '../../electron/services/mail/proof/composeMessage.ts';
import { createMessageDelivery, createMessageSender } from '../../electron/services/mail/sendMessage.ts';
import { createConnectionPool } from '../../electron/services/mail/sending/connectionPool.ts';
import type { ResolvedSmtp } from '../../electron/services/mail/resolvedProfile.ts';
import { parts, smtpValues } from '../integration/mail/proofLab.ts';
import { type MailLab, startMailLab } from '../lab/mailLab.ts';
import { runCommand } from '../lab/runCommand.ts';
import { median } from './median.ts';
import { startSmtpSink } from './smtpSink.ts';

/** Mails of the same bytes, handed over in each way by as many connections at once, in the same run. */
export type MailFigures = {
  server: 'smtp-sink' | 'Postfix';
  connections: number;
  way: Way;
  mails: number;
  perSecond: number;
  /** Of smtp-source's mails in a second, how many this way does. */
  ratio: number;
  /** Memory of this process after all of them beside before, in MiB; empty for smtp-source. */
  memoryMib: number | string;
};

type Way = 'pool' | 'a connection each' | 'smtp-source';
type Load = {
  values: ResolvedSmtp;
  mails: number;
  connections: number;
  /** The same mail for smtp-source. */
  file: string;
  /** Settles when the server has nothing more to do with what it took. */
  settle: () => Promise<void>;
};

const never = new AbortController().signal;
const ways = ['pool', 'a connection each', 'smtp-source'] as const;
const rounds = 3;

const startTimer = (work: () => void, ms: number) => {
  const timer = setTimeout(work, ms);
  return () => clearTimeout(timer);
};

const outgoing = ({ values }: Load) => ({
  ...{ to: [values.testRecipient ?? values.from.address], subject: 'bench', language: 'en' },
  text: 'A line of a mail as long as others.\n'.repeat(50),
});

/** As many senders as connections, each sending one mail after the other. */
const share = async ({ mails, connections }: Load, send: () => Promise<void>): Promise<void> => {
  let left = mails;
  const sender = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      await send();
    }
  };
  await Promise.all(Array.from({ length: connections }, sender));
};

const sendByPool = async (load: Load): Promise<void> => {
  const pool = createConnectionPool({ startTimer });
  const send = createMessageSender(parts, pool);
  await share(load, async () => void (await send(load.values, outgoing(load), never)));
  await pool.close();
};

const sendAlone = (load: Load): Promise<void> => {
  const deliver = createMessageDelivery(parts);
  return share(load, async () => {
    const { events } = await deliver(load.values, outgoing(load), 'deliver', never);
    for await (const event of events)
      if (event.type === 'finished' && event.outcome !== 'passed') throw new Error('A mail was not sent.');
  });
};

const sendBySource = async ({ values, mails, connections, file }: Load): Promise<void> => {
  const to = values.testRecipient ?? values.from.address;
  await runCommand('/usr/sbin/smtp-source', [
    ...['-d', '-s', String(connections), '-m', String(mails), '-F', file],
    ...['-f', values.from.address, '-t', to, `127.0.0.1:${values.port}`],
  ]);
};

const deliverBy: Record<Way, (load: Load) => Promise<void>> = {
  ...{ pool: sendByPool, 'a connection each': sendAlone, 'smtp-source': sendBySource },
};

const usedMib = (): number => {
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1_048_576;
};

type Measured = { seconds: number; memoryMib: number };

const measureWay = async (way: Way, load: Load): Promise<Measured> => {
  globalThis.gc?.();
  const before = usedMib();
  const startedAt = performance.now();
  await deliverBy[way](load);
  const seconds = (performance.now() - startedAt) / 1_000;
  globalThis.gc?.();
  return { seconds, memoryMib: usedMib() - before };
};

const compare = async (server: MailFigures['server'], load: Load): Promise<MailFigures[]> => {
  const { mails, connections } = load;
  const runs: Record<Way, Measured[]> = { pool: [], 'a connection each': [], 'smtp-source': [] };
  for (const way of ways) await deliverBy[way]({ ...load, mails: Math.ceil(mails / 10) });
  for (let round = 0; round < rounds; round += 1)
    for (const way of ways) {
      await load.settle();
      runs[way].push(await measureWay(way, load));
    }
  const secondsOf = (way: Way) => median(runs[way].map(({ seconds }) => seconds));
  return ways.map((way) => ({
    ...{ server, connections, way, mails, perSecond: mails / secondsOf(way) },
    ratio: secondsOf('smtp-source') / secondsOf(way),
    memoryMib: way === 'smtp-source' ? '' : median(runs[way].map(({ memoryMib }) => memoryMib)),
  }));
};

/** What Postfix has taken and not delivered. */
const queued = ({ directory }: MailLab): number =>
  ['incoming', 'active'].flatMap((name) => readdirSync(path.join(directory, 'postfix', 'spool', name)))
    .length;

const emptyQueue = async (lab: MailLab): Promise<void> => {
  while (queued(lab) > 0) await delay(50);
};

const createLoad = async (lab: MailLab, port: number, mails: number, connections: number): Promise<Load> => {
  const values = smtpValues({
    ...{ host: '127.0.0.1', port, maxConnections: connections, testRecipient: lab.users.alice.address },
    from: { address: lab.users.bob.address, displayName: 'Bob' },
  });
  const file = path.join(lab.directory, 'bench.eml');
  const load = { values, mails, connections, file, settle: () => emptyQueue(lab) };
  const { source } = await composeMessage('bench', { ...outgoing(load), from: values.from });
  // smtp-source ends every line itself.
  writeFileSync(file, source.toString().replaceAll('\r\n', '\n'));
  return load;
};

/** Measures how many mails a second go over kept connections, to a server with no queue and to Postfix. */
export const measureMail = async (mails = 1_000): Promise<MailFigures[]> => {
  const lab = await startMailLab();
  const sink = await startSmtpSink();
  const figures: MailFigures[] = [];
  try {
    for (const connections of [1, 5]) {
      figures.push(...(await compare('smtp-sink', await createLoad(lab, sink.port, mails, connections))));
      const toPostfix = await createLoad(lab, lab.ports.relay, mails, connections);
      figures.push(...(await compare('Postfix', toPostfix)));
    }
  } finally {
    await sink.stop();
    await lab.stop();
  }
  return figures;
};
