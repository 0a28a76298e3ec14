import type { Certificate, Evidence, FactName, ServerReply } from '../../contract/proof/evidence.ts';
import { type Mask, shownText } from './shownText.ts';

const maximumText = 4_096;
const maximumReplies = 100;

type Facts = Evidence['facts'];

/** Collects what one stage saw. */
export type EvidenceWriter = {
  fact<Name extends FactName>(name: Name, value: NonNullable<Facts[Name]>): void;
  /** Keeps a reply with its text made fit to be shown, and gives it back that way. */
  reply(reply: ServerReply): ServerReply;
  /** The chain as the server sent it; a later one takes its place. */
  certificates(chain: readonly Certificate[]): void;
  /** All of it so far. */
  read(): Evidence;
};

/** Starts the evidence of a stage. */
export const createEvidenceWriter = (mask: Mask): EvidenceWriter => {
  const evidence: Evidence = { replies: [], facts: {}, certificates: [] };
  return {
    fact: (name, value) => {
      evidence.facts[name] = value;
    },
    reply: (reply) => {
      const shown = { ...reply, text: shownText(reply.text, mask, maximumText) };
      if (evidence.replies.length < maximumReplies) evidence.replies.push(shown);
      return shown;
    },
    certificates: (chain) => {
      evidence.certificates = [...chain];
    },
    read: () => structuredClone(evidence),
  };
};
