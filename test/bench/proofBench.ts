import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { createTransport } from 'nodemailer';
import type { ResolvedSmtp } from '../../electron/services/mail/resolvedProfile.ts';
import { prove, signIn, smtpValues } from '../integration/mail/proofLab.ts';
import { type MailLab, startMailLab } from '../lab/mailLab.ts';
import { median } from './median.ts';

/** One full delivery through STARTTLS and sign-in, each way against the same server in the same run. */
export type ProofFigures = {
  way: 'proof' | 'nodemailer' | 'swaks';
  runs: number;
  medianMs: number;
  /** Median of the proof divided by this way's; below 1 the proof is faster. */
  proofRatio: number;
};

const run = promisify(execFile);
const ways = ['proof', 'nodemailer', 'swaks'] as const;

const valuesOf = ({ host, ports, authority, users }: MailLab): ResolvedSmtp =>
  smtpValues({
    ...{ host, port: ports.submission, encryption: 'starttls' },
    trust: { mode: 'certificate', pem: authority.pem },
    authentication: signIn(users.bob.name, users.bob.password),
    from: { address: users.bob.address, displayName: 'Bob' },
    testRecipient: users.alice.address,
  });

/** The proof as the running program makes it, every event read. */
const proveOnce = async (lab: MailLab): Promise<void> => {
  const values = valuesOf(lab);
  const request = {
    values,
    recipient: values.from.address,
    until: 'deliver',
    language: 'en',
    by: 'bench',
    profileId: null,
  } as const;
  for await (const event of prove(request)(new AbortController().signal)) {
    if (event.type === 'finished' && event.outcome !== 'passed') throw new Error('The proof failed.');
  }
};

/** The plainest program that sends: one process, its library loaded, a connection for each message. */
const sendWithNodemailer = async ({ host, ports, authority, users }: MailLab): Promise<void> => {
  const transport = createTransport({
    ...{ host, port: ports.submission, requireTLS: true, tls: { ca: authority.pem } },
    auth: { user: users.bob.name, pass: users.bob.password },
  });
  await transport.sendMail({
    from: users.bob.address,
    to: users.alice.address,
    subject: 'bench',
    text: 'bench',
  });
  transport.close();
};

/** What administrators use today: a whole process. */
const sendWithSwaks = async ({ host, ports, authority, users }: MailLab): Promise<void> => {
  await run('swaks', [
    ...['--server', host, '--port', String(ports.submission), '--tls', '--tls-verify'],
    ...['--tls-ca-path', authority.path, '--auth', 'PLAIN', '--auth-user', users.bob.name],
    ...['--auth-password', users.bob.password, '--from', users.bob.address, '--to', users.alice.address],
  ]);
};

const deliver = { proof: proveOnce, nodemailer: sendWithNodemailer, swaks: sendWithSwaks };

const timeOf = async (work: () => Promise<void>): Promise<number> => {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
};

/** Measures `runs` deliveries each way, interleaved, after two of each to warm up. Needs the lab's mail servers. */
export const measureProof = async (runs = 20): Promise<ProofFigures[]> => {
  const lab = await startMailLab();
  const times = { proof: [] as number[], nodemailer: [] as number[], swaks: [] as number[] };
  try {
    for (let index = -2; index < runs; index += 1) {
      for (const way of ways) {
        const time = await timeOf(() => deliver[way](lab));
        if (index >= 0) times[way].push(time);
      }
    }
  } finally {
    await lab.stop();
  }
  const proofMs = median(times.proof);
  return ways.map((way) => {
    const medianMs = median(times[way]);
    return { way, runs, medianMs, proofRatio: proofMs / medianMs };
  });
};
