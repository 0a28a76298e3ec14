import type { Address, Email } from 'postal-mime';
import { type Envelope, foldForSearch, type MessageEntry } from './messageEntry.ts';
import { parseMessage } from './parseMessage.ts';

const searchedCharacters = 16_384;
const subjectCharacters = 1_000;
const shownRecipients = 100;

const mailboxText = (name: string, address: string): string => (name ? `${name} <${address}>` : address);

const addressTexts = (addresses: readonly Address[] | undefined): string[] =>
  (addresses ?? []).flatMap((one) =>
    one.group
      ? one.group.map(({ name, address }) => mailboxText(name, address))
      : [mailboxText(one.name, one.address)],
  );

/** A tag ends where the next one begins, so that a text of nothing but `<` is read once and not for each of them. */
const plainText = ({ text, html }: Email): string => text ?? (html ?? '').replace(/<[^<>]*>/g, ' ');

/**
 * Reads what a list shows of a message (RFC 5322, MIME). The envelope knows best who receives it; null for a file
 * that somebody else put there. Throws MessageNotParsed.
 */
export const describeMessage = async (
  message: Uint8Array,
  envelope: Envelope | null,
  receivedAt: string,
): Promise<MessageEntry> => {
  const email = await parseMessage(message);
  const from = addressTexts(email.from && [email.from])[0] ?? envelope?.from ?? '';
  const recipients = envelope ? envelope.to : [...addressTexts(email.to), ...addressTexts(email.cc)];
  const subject = (email.subject ?? '').slice(0, subjectCharacters);
  const searched = [from, ...recipients, subject, plainText(email).slice(0, searchedCharacters)].join('\n');
  return {
    receivedAt,
    from,
    to: recipients.slice(0, shownRecipients),
    subject,
    sizeBytes: message.byteLength,
    attachmentCount: email.attachments.length,
    searchText: foldForSearch(searched),
  };
};

/** What can be said of a message that cannot be parsed. */
export const describeUnreadable = (
  message: Uint8Array,
  envelope: Envelope | null,
  receivedAt: string,
): MessageEntry => ({
  receivedAt,
  from: envelope?.from ?? '',
  to: [...(envelope?.to ?? [])],
  subject: '',
  sizeBytes: message.byteLength,
  attachmentCount: 0,
  searchText: foldForSearch([envelope?.from ?? '', ...(envelope?.to ?? [])].join('\n')),
});
