import type { LdapDialogue } from '../../../protocols/ldap/ldapDialogue.ts';
import { LdapError } from '../../../protocols/ldap/ldapError.ts';
import type { SearchRequest } from '../../../protocols/ldap/searchRequest.ts';
import type { TranscriptWriter } from '../../proof/transcriptWriter.ts';

const wordsOf = (error: unknown): string => {
  if (error instanceof LdapError) return error.message;
  return error instanceof Error ? error.name : String(error);
};

const questionOf = ({ base, scope, filter, attributes }: SearchRequest): string =>
  `searchRequest "${base}" ${scope} ${filter.toString()} ${attributes.join(' ')}`;

const success = (): string => '0 success';

type Transcript = () => TranscriptWriter;
type Spoken<Answer> = { question: string; ask: () => Promise<Answer>; shown: (answer: Answer) => string };

const spoken = async <Answer>(
  transcript: Transcript,
  { question, ask, shown }: Spoken<Answer>,
): Promise<Answer> => {
  transcript().client(question);
  try {
    const answer = await ask();
    transcript().server(shown(answer));
    return answer;
  } catch (error) {
    transcript().server(wordsOf(error));
    throw error;
  }
};

const spokenSearch = (dialogue: LdapDialogue, transcript: Transcript): LdapDialogue['search'] =>
  async function* (request, signal) {
    transcript().client(questionOf(request));
    const found = { entry: 0, reference: 0 };
    try {
      for await (const item of dialogue.search(request, signal)) {
        found[item.kind] += 1;
        yield item;
      }
    } catch (error) {
      transcript().server(wordsOf(error));
      throw error;
    } finally {
      transcript().server(`${found.entry} searchResultEntry, ${found.reference} searchResultReference`);
    }
  };

/**
 * A dialogue that is written down: a line for what is asked and one for what is answered. Passwords and tokens stand in
 * none.
 * @param transcript of the stage that runs.
 */
export const spokenDialogue = (dialogue: LdapDialogue, transcript: Transcript): LdapDialogue => ({
  get isUsable() {
    return dialogue.isUsable;
  },
  bindSimple: (name, password, signal) =>
    spoken(transcript, {
      question: `bindRequest ${name} simple`,
      ask: () => dialogue.bindSimple(name, password, signal),
      shown: success,
    }),
  probeSimpleBind: (signal) =>
    spoken(transcript, {
      question: 'bindRequest simple',
      ask: () => dialogue.probeSimpleBind(signal),
      shown: ({ resultCode, diagnosticMessage }) => `${resultCode} ${diagnosticMessage}`,
    }),
  bindSasl: (mechanism, token, signal) =>
    spoken(transcript, {
      question: `bindRequest ${mechanism} (${token?.length ?? 0})`,
      ask: () => dialogue.bindSasl(mechanism, token, signal),
      shown: ({ result, serverToken }) => `${result.resultCode} (${serverToken?.length ?? 0})`,
    }),
  search: spokenSearch(dialogue, transcript),
  extended: (oid, value, signal) =>
    spoken(transcript, {
      question: `extendedRequest ${oid}`,
      ask: () => dialogue.extended(oid, value, signal),
      shown: success,
    }),
  startTls: (signal) =>
    spoken(transcript, {
      question: 'extendedRequest StartTLS',
      ask: () => dialogue.startTls(signal),
      shown: success,
    }),
  unbind: () => dialogue.unbind(),
  close: () => dialogue.close(),
});
