import { once } from 'node:events';
import { describeDirectoryLab } from './directory/describeDirectoryLab.ts';
import { startDirectoryLab } from './directory/directoryLab.ts';
import { type MailLab, startMailLab } from './mailLab.ts';

const usage = `Usage: npm run --silent lab -- up [--directory] [--partner] [--large]

Starts the real mail servers on free loopback ports, says how to reach them, and stops them on Ctrl+C.
--directory  starts a domain controller of Active Directory on a loopback address of its own instead;
--partner    with a second forest and a trust in both directions,
--large      with 12,000 users more.
`;

function describeLab({ host, ports, users, authority, logs, directory, certificates }: MailLab): string {
  const portLines = Object.entries(ports).map(([name, port]) => `  ${name.padEnd(14)}${port}`);
  const userLines = Object.values(users).map(
    ({ name, password, address }) => `  ${name} / ${password}   ${address}`,
  );
  return `Host ${host}, ports:
${portLines.join('\n')}
Users:
${userLines.join('\n')}
Certificate to trust: ${authority.path}
Server certificate:   ${certificates.good.chainPath}
Mail:                 ${directory}/mail
Logs:                 ${logs.postfix.path}
                      ${logs.dovecot.path}
Try:
  swaks --server ${host} --port ${ports.submission} --tls --tls-ca-path ${authority.path} \\
    --auth PLAIN --auth-user alice --auth-password alice-pw --from ${users.bob.address} --to ${users.alice.address}
Ctrl+C stops.
`;
}

/** Starts a lab, describes it, and stops it when asked. */
async function up<Lab extends { stop(): Promise<void> }>(
  start: () => Promise<Lab>,
  describe: (lab: Lab) => string,
): Promise<void> {
  const stopAsked = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  const lab = await start();
  process.stdout.write(describe(lab));
  await stopAsked;
  await lab.stop();
}

const [command, ...options] = process.argv.slice(2);
const known = options.every((option) => ['--directory', '--partner', '--large'].includes(option));
if (command !== 'up' || !known) {
  process.stderr.write(usage);
  process.exitCode = 2;
} else if (options.length === 0) {
  await up(() => startMailLab(), describeLab);
} else {
  const wanted = { partner: options.includes('--partner'), large: options.includes('--large') };
  await up(() => startDirectoryLab(wanted), describeDirectoryLab);
}
