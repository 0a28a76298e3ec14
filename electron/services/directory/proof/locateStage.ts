import type { SrvRecord } from 'node:dns';
import type { DnsAnswer } from '../../../protocols/dns/dnsAnswer.ts';
import type { StageWork } from '../../proof/stage.ts';
import type { LocatedDirectory } from '../connection/locateDirectory.ts';
import { locatedFinding } from '../connection/locatedFinding.ts';
import type { RunDomainStage } from './directoryStage.ts';

const answerLine = <Item>(
  { type, name, records, code, ms }: DnsAnswer<Item>,
  shown: (record: Item) => string,
): string => `${type} ${name} → ${code ?? records.map(shown).join(', ')} (${ms} ms)`;

/** Priority, weight, port and target, as in a zone file (RFC 2782). */
const serviceText = ({ priority, weight, port, name }: SrvRecord): string =>
  `${priority} ${weight} ${port} ${name}`;

const answerLines = ({ announced, hosts }: LocatedDirectory): string[] => [
  ...Object.values(announced?.services ?? {}).map((answer) => answerLine(answer, serviceText)),
  ...hosts.flatMap(({ answers }) => answers.map((answer) => answerLine(answer, (address) => address))),
];

const writeDown = (located: LocatedDirectory, { evidence, transcript }: StageWork): void => {
  const { announced, controllers, site } = located;
  const lines = answerLines(located);
  if (announced !== null) evidence.fact('resolver', announced.dnsServers);
  if (site !== null) evidence.fact('site', site);
  if (lines.length > 0) evidence.fact('dnsAnswers', lines);
  for (const line of lines) transcript.note(line);
  evidence.fact(
    'controllers',
    controllers.map(({ host, addresses }) => [host, ...addresses].join(' ')),
  );
};

/** Finds the controllers: in DNS (MS-ADTS 6.3.2.3), or the addresses of those that were typed. */
export const runLocate: RunDomainStage = async (work, proof) => {
  const { directory } = proof.proven;
  work.evidence.fact('domain', directory.domain);
  const located = await proof.locate(work);
  writeDown(located, work);
  return locatedFinding(located, directory);
};
