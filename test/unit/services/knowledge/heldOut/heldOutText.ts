import { readFileSync } from 'node:fs';
import type { ExplainInput } from '../../../../../electron/contract/knowledge/knowledge.contract.ts';
import type { Actor } from '../../../../../electron/contract/proof/finding.ts';
import type { FindingCode } from '../../../../../electron/services/knowledge/findingTable.ts';

type Given = Partial<Pick<ExplainInput, 'protocol' | 'stage'>> & {
  /** Address where it was found, or "seen in practice". Names and addresses in the texts are invented. */
  source: string;
  text: string | string[];
};

/** An error of a real server or program, judged by a person before any rule was asked. */
export type HeldOutError = Given & {
  codes: FindingCode[];
  /** True as well, but says less than the text does. */
  lessExact?: FindingCode[];
  /** Everybody who can put it right. */
  who: Actor[];
  /** Null: the text leaves it open. */
  permanent: boolean | null;
};

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`${name}.json`, import.meta.url), 'utf8')) as unknown;

export const inputOf = ({ text, protocol = null, stage = null }: Given): ExplainInput => ({
  text: typeof text === 'string' ? text : text.join('\n'),
  protocol,
  stage,
});

export const readErrors = (name: string): HeldOutError[] => read(name) as HeldOutError[];

/** Success, chatter, other programs' errors, prose, pages, binary: nothing of it is an error of mail or of a directory. */
export const readNothings = (): Given[] => read('nothingToExplain') as Given[];
