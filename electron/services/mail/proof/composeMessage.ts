import type { Sender } from '../../../contract/mail/profile.ts';
import { hostToAscii } from '../../../protocols/dns/hostToAscii.ts';

/** A message that the program writes. Addresses are checked by the contract's schemas before they come here. */
export type MessageContent = {
  from: Sender;
  to: readonly string[];
  subject: string;
  text: string;
  html?: string;
  /** Content-Language (RFC 3282). */
  language: string;
  /** Further header fields, by name. */
  headers?: Readonly<Record<string, string>>;
};

export type ComposedMessage = {
  /** With angle brackets. */
  messageId: string;
  /** RFC 5322 bytes, lines ending in CRLF. */
  source: Buffer;
  /** What it was made of, for programs that write a message themselves. */
  content: MessageContent;
};

/** Made of the sender's domain, as RFC 5322, 3.6.4 recommends; a header field is ASCII unless SMTPUTF8 carries it. */
const messageIdOf = (id: string, { address }: Sender): string =>
  `<${id}@${hostToAscii(address.slice(address.lastIndexOf('@') + 1))}>`;

/**
 * Writes a message as MIME (RFC 5322, 2045). Addresses are given to the library as parts, never as text that it would
 * take apart; files and addresses on the network are never read.
 * @param id unique; becomes the left part of the Message-ID.
 */
export const composeMessage = async (id: string, content: MessageContent): Promise<ComposedMessage> => {
  // Loaded when first needed: it takes a tenth of a second, which the start of the program need not wait for.
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer');
  const messageId = messageIdOf(id, content.from);
  const composer = new MailComposer({
    from: { name: content.from.displayName, address: content.from.address },
    to: content.to.map((address) => ({ name: '', address })),
    subject: content.subject,
    text: content.text,
    ...(content.html === undefined ? {} : { html: content.html }),
    messageId,
    headers: {
      'Content-Language': content.language,
      // RFC 3834: nobody's absence note answers it.
      'Auto-Submitted': 'auto-generated',
      ...content.headers,
    },
    disableFileAccess: true,
    disableUrlAccess: true,
    newline: 'win',
  });
  return { messageId, source: await composer.compile().build(), content };
};
