import type { ExplainInput } from '../../../contract/knowledge/knowledge.contract.ts';
import type { StageName } from '../../../contract/proof/proof.ts';
import type { FindingCode } from '../findingTable.ts';
import type { SymptomProtocol } from '../symptom.ts';

type OneOrMore<Value> = Value | readonly Value[];

/** What must be seen; all that is named must fit. What a text does not tell (stage, command …) does not fit. */
export type Condition = {
  /** Enhanced status code (RFC 3463): `5.7.1`, `x.7.1` for 4.7.1 and 5.7.1, `5.7.606-649` for a range. */
  enhanced?: OneOrMore<string>;
  /** Reply code (RFC 5321 4.2), or a class of them. */
  reply?: OneOrMore<number> | 'temporary' | 'permanent';
  /** Code of Node, OpenSSL, Winsock or Schannel as it is printed: `ECONNREFUSED`, `10061`, `0x80090331`. */
  systemCode?: OneOrMore<string>;
  /** Found in the text, white space folded to one space. Gaps are bounded (`.{0,80}`), so that reading stays linear. */
  words?: RegExp;
  stage?: OneOrMore<StageName>;
  /** The SMTP command that was answered, in upper case: `RCPT TO`. */
  command?: OneOrMore<string>;
  protocol?: OneOrMore<SymptomProtocol>;
};

/** A text that a real server or program writes; with what a person adds to it on the page where the rule needs it. */
export type Example =
  string | (Pick<ExplainInput, 'text'> & Partial<Pick<ExplainInput, 'protocol' | 'stage'>>);

/** One piece of knowledge: this sight means that situation. The examples are its test. */
export type Rule = { code: FindingCode; when: Condition; examples: readonly [Example, ...Example[]] };
