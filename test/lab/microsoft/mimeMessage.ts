/** Address in the field From of a message, in small letters; empty: none. */
export function senderOf(message: Buffer): string {
  const [header = ''] = message.toString('utf8').split(/\r\n\r\n/, 1);
  const from = /^From:(.*(?:\r\n[ \t].*)*)/im.exec(header)?.[1] ?? '';
  return (/<([^>]*)>/.exec(from)?.[1] ?? from).trim().toLowerCase();
}

/** The bytes that base64 stands for; null: it is none. */
export function decodeBase64(text: string): Buffer | null {
  const bare = text.replace(/\s/g, '');
  return /^[A-Za-z0-9+/]+={0,2}$/.test(bare) && bare.length % 4 === 0 ? Buffer.from(bare, 'base64') : null;
}
