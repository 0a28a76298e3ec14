import { once } from 'node:events';
import { type MailLab, startMailLab } from './mailLab.ts';

const usage = `Usage: npm run --silent lab -- up

Starts the real mail servers on free loopback ports, says how to reach them, and stops them on Ctrl+C.
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

async function up(): Promise<void> {
  const stopAsked = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  const lab = await startMailLab();
  process.stdout.write(describeLab(lab));
  await stopAsked;
  await lab.stop();
}

if (process.argv[2] === 'up') {
  await up();
} else {
  process.stderr.write(usage);
  process.exitCode = 2;
}
