const terminator = Buffer.from('.\r\n');

/**
 * A message as it goes over the wire after DATA: every line ends in CRLF, a leading dot is doubled, the terminator
 * follows (RFC 5321, 2.3.8 and 4.5.2). Bytes are not touched otherwise.
 */
export const encodeData = (message: Buffer): Buffer => {
  const lines = message.toString('latin1').split(/\r\n|\r|\n/);
  if (lines.at(-1) === '') lines.pop();
  const encoded = lines.map((line) => `${line.startsWith('.') ? '.' : ''}${line}\r\n`).join('');
  return Buffer.concat([Buffer.from(encoded, 'latin1'), terminator]);
};
