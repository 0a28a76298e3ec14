import PostalMime, { type Email } from 'postal-mime';

/** The parser refused a message: it is nested or headed beyond its limits; the cause says which. */
export class MessageNotParsed extends Error {
  override readonly name = 'MessageNotParsed';
}

/** Takes a message apart (RFC 5322, MIME). Throws MessageNotParsed. */
export const parseMessage = async (source: Uint8Array): Promise<Email> => {
  try {
    return await PostalMime.parse(source);
  } catch (cause) {
    throw new MessageNotParsed('The message cannot be parsed.', { cause });
  }
};
