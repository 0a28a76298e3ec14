import type { Certificate, Evidence, FactName, ServerReply } from '../../contract/proof/evidence.ts';
import { type Mask, shownText, shownTexts } from './shownText.ts';

const maximumText = 4_096;
/** Longer than a line of any honest server's offer, or a name in a certificate. */
const maximumFact = 1_024;
const maximumReplies = 100;

type Facts = Evidence['facts'];

/** Collects what one stage saw; all of it is made fit to be shown, since a peer may have said it. */
export type EvidenceWriter = {
  fact<Name extends FactName>(name: Name, value: NonNullable<Facts[Name]>): void;
  /** Keeps a reply, and gives it back as it can be shown. */
  reply(reply: ServerReply): ServerReply;
  /** The chain as the server sent it; a later one takes its place. */
  certificates(chain: readonly Certificate[]): void;
  /** All of it so far. */
  read(): Evidence;
};

/** Starts the evidence of a stage. */
export const createEvidenceWriter = (mask: Mask): EvidenceWriter => {
  const evidence: Evidence = { replies: [], facts: {}, certificates: [] };
  const text = (value: string): string => shownText(value, mask, maximumFact);
  const texts = (values: readonly string[]): string[] => shownTexts(values, mask, maximumFact);
  return {
    fact: (name, value) => {
      if (typeof value === 'string') evidence.facts[name] = text(value);
      else evidence.facts[name] = Array.isArray(value) ? texts(value) : value;
    },
    reply: (reply) => {
      const shown = { ...reply, text: shownText(reply.text, mask, maximumText) };
      if (evidence.replies.length < maximumReplies) evidence.replies.push(shown);
      return shown;
    },
    certificates: (chain) => {
      evidence.certificates = chain.map((certificate) => ({
        ...certificate,
        ...{ subject: text(certificate.subject), issuer: text(certificate.issuer) },
        names: texts(certificate.names),
      }));
    },
    read: () => structuredClone(evidence),
  };
};
