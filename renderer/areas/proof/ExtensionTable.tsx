import { DetailList } from '../../controls/DetailList.tsx';
import type { Evidence } from '../../../electron/contract/proof/evidence.ts';

type Extensions = NonNullable<Evidence['facts']['extensions']>;

const linesOf = (extensions: Extensions): string[] =>
  Array.isArray(extensions) ? extensions : String(extensions).split('\n');

/** What a server offers in its answer to EHLO: keyword and parameters (RFC 5321 4.1.1.1). */
export const ExtensionTable = ({ extensions }: { extensions: Extensions }) => (
  <DetailList
    rows={linesOf(extensions).map((line) => {
      const [keyword = '', ...parameters] = line.split(' ');
      return { label: keyword, value: parameters.join(' ') };
    })}
  />
);
