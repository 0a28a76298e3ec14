import { type Attachment, decodeWords, type Email } from 'postal-mime';
import type { Message } from '../../contract/mailbox/mailbox.contract.ts';
import { parseMessage } from '../../stores/mailbox/parseMessage.ts';
import { attachmentName } from './attachmentName.ts';

const shownHeaders = 500;
const headerCharacters = 4_096;

/** A message taken apart: what a person looks at, and what is inside of each attachment, decoded. */
export type ReadMessage = { view: Omit<Message, 'summary'>; contents: Uint8Array[] };

const bytesOf = ({ content }: Attachment): Uint8Array => {
  if (typeof content === 'string') return Buffer.from(content);
  return content instanceof Uint8Array ? content : new Uint8Array(content);
};

const mediaTypeOf = (sent: string): string =>
  /^[\w.+-]+\/[\w.+-]+$/.test(sent) ? sent : 'application/octet-stream';

const headersOf = ({ headers }: Email): Message['headers'] =>
  headers.slice(0, shownHeaders).map(({ originalKey, value }) => ({
    name: originalKey,
    value: decodeWords(value).slice(0, headerCharacters),
  }));

/** Only where the HTML names a part of its own message: otherwise nobody would see them. */
const picturesOf = ({ html, attachments }: Email): Message['pictures'] =>
  /cid:/i.test(html ?? '')
    ? attachments.flatMap((attachment) => {
        const { contentId, mimeType } = attachment;
        if (!contentId || !mimeType.startsWith('image/')) return [];
        return {
          contentId: contentId.replace(/^<|>$/g, ''),
          mediaType: mediaTypeOf(mimeType),
          base64: Buffer.from(bytesOf(attachment)).toString('base64'),
        };
      })
    : [];

/** Takes a message apart (RFC 5322, MIME). Throws MessageNotParsed. */
export const readMessage = async (source: Uint8Array): Promise<ReadMessage> => {
  const email = await parseMessage(source);
  const contents = email.attachments.map(bytesOf);
  const attachments = email.attachments.map(({ filename, mimeType }, index) => ({
    index,
    fileName: attachmentName(filename, index),
    mediaType: mediaTypeOf(mimeType),
    sizeBytes: contents[index]?.byteLength ?? 0,
  }));
  return {
    view: {
      headers: headersOf(email),
      text: email.text ?? null,
      html: email.html ?? null,
      pictures: picturesOf(email),
      attachments,
    },
    contents,
  };
};

/** A message that the parser refused, as it lies on disk. */
export const unparsedMessage = (source: Buffer): ReadMessage => ({
  view: { headers: [], text: source.toString('utf8'), html: null, pictures: [], attachments: [] },
  contents: [],
});
