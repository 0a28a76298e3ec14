import type { StageName } from '../../contract/proof/proof.ts';
import type { SymptomProtocol } from './symptom.ts';

/** One thing that rules look at: a reply, or a piece of other text. */
export type Clue = {
  /** Text without the codes in front, white space folded. */
  text: string;
  /** The same, letter by letter, with addresses made unreadable: what rules search for their words. */
  searched: string;
  /** Reply code of SMTP, null where there is none. */
  reply: number | null;
  /** Enhanced status code as `5.7.1`, null where there is none. */
  enhanced: string | null;
  /** Codes of systems and libraries, in upper case. */
  systemCodes: ReadonlySet<string>;
  stage: StageName | null;
  command: string | null;
  protocol: SymptomProtocol | null;
  /** The words that a finding rests on: the whole reply, or null for a piece around what was found. */
  source: string | null;
};

export const isReply = ({ reply, enhanced }: Clue): boolean => reply !== null || enhanced !== null;

const classOf = ({ reply, enhanced }: Clue): string | null =>
  reply === null ? (enhanced?.charAt(0) ?? null) : (String(reply)[0] ?? null);

/** True: the reply is final (5yz). False: it is passing (4yz). Null: the clue is no reply (RFC 5321 4.2.1). */
export const lasts = (clue: Clue): boolean | null => {
  const replyClass = classOf(clue);
  return replyClass === '5' ? true : replyClass === '4' ? false : null;
};
