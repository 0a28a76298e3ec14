import type { Language } from '../../../contract/languages.ts';
import type { ProfileKind, Sender } from '../../../contract/mail/profile.ts';
import { loadTranslator } from '../../../locales/translate.ts';
import { type ComposedMessage, composeMessage } from './composeMessage.ts';

/** The header field that the proof finds its message by, even where a server gives it another Message-ID. */
export const proofHeader = 'X-Relay-Console-Proof';

export type TestMessage = {
  proofId: string;
  from: Sender;
  recipient: string;
  language: Language;
  kind: ProfileKind;
  /** Host and port, folder, or name of what is proven. */
  target: string;
};

/** What the kinds that hand the message to somebody have in common is said of all of them. */
const meaningOf = (kind: ProfileKind): 'smtp' | 'pickup' | 'capture' =>
  kind === 'pickup' || kind === 'capture' ? kind : 'smtp';

/** Writes the message that a proof sends. */
export const composeTestMessage = async ({
  proofId,
  from,
  recipient,
  language,
  kind,
  target,
}: TestMessage): Promise<ComposedMessage> => {
  const text = await loadTranslator(language, ['mailMessages']);
  return composeMessage(proofId, {
    from,
    to: [recipient],
    subject: text('test.subject', { target }),
    text: [
      text(`test.meaning.${meaningOf(kind)}`),
      text('test.particulars', { target, proofId, sender: from.address }),
      text('test.nothingToDo'),
    ].join('\n\n'),
    language,
    headers: { [proofHeader]: proofId },
  });
};
