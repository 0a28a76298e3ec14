import { BerWriter } from 'ldapts';

/** An object of a scripted directory: values as text, or as bytes, by the attribute's name. */
export type DirectoryEntry = {
  readonly dn: string;
  readonly attributes: Readonly<Record<string, readonly (string | Buffer)[]>>;
};

/** The end of an answer; success and empty where something is left out. */
export type DirectoryResult = {
  readonly resultCode?: number;
  readonly diagnosticMessage?: string;
  readonly matchedDn?: string;
  readonly referrals?: readonly string[];
  /** Of a bind: serverSaslCreds. */
  readonly serverToken?: Buffer;
  /** Of an extended operation. */
  readonly value?: Buffer;
  /** Of a page (RFC 2696). */
  readonly cookie?: Buffer;
};

/** What a scripted directory does for one request. */
export type DirectoryAnswer = {
  /** What a search found, in this order: objects, and references by their addresses. */
  readonly found?: readonly (DirectoryEntry | { readonly urls: readonly string[] })[];
  /** Left out: nothing is sent behind what was found; the request stays without an end. */
  readonly result?: DirectoryResult;
  /** Exact bytes behind all this. */
  readonly raw?: Buffer;
  /** All is sent byte by byte. */
  readonly drips?: boolean;
  /** Ends the connection afterwards: `end` in order (FIN), `reset` with RST. */
  readonly hangUp?: 'end' | 'reset';
};

/** Tags of the answers' ends (RFC 4511, appendix B), by the request. */
const resultTags = { bind: 0x61, saslBind: 0x61, search: 0x65, extended: 0x78 } as const;

export type AnsweredKind = keyof typeof resultTags;

const writeText = (writer: BerWriter, value: string | Buffer): void => {
  if (typeof value === 'string') writer.writeString(value);
  else writer.writeBuffer(value, 0x04);
};

/** Writes a message of a server with this id; `tag` and `write` are its operation's. */
export function directoryMessage(
  messageId: number,
  tag: number,
  write: (writer: BerWriter) => void,
  { cookie, messageBytes = 4_096 }: { cookie?: Buffer | undefined; messageBytes?: number } = {},
): Buffer {
  const writer = new BerWriter({ size: messageBytes });
  writer.startSequence();
  writer.writeInt(messageId);
  writer.startSequence(tag);
  write(writer);
  writer.endSequence();
  if (cookie !== undefined) writePaging(writer, cookie);
  writer.endSequence();
  return Buffer.from(writer.buffer);
}

const writePaging = (writer: BerWriter, cookie: Buffer): void => {
  const value = new BerWriter();
  value.startSequence();
  value.writeInt(0);
  value.writeBuffer(cookie, 0x04);
  value.endSequence();
  writer.startSequence(0xa0);
  writer.startSequence();
  writer.writeString('1.2.840.113556.1.4.319');
  writer.writeBuffer(value.buffer, 0x04);
  writer.endSequence();
  writer.endSequence();
};

/** ldapts' writer moves what it has written without a look at its space: it gets enough from the start. */
const spaceFor = ({ dn, attributes }: DirectoryEntry): number =>
  Object.entries(attributes).reduce(
    (sum, [name, values]) =>
      sum + 64 + name.length + values.reduce((bytes, value) => bytes + 8 + 3 * value.length, 0),
    1_024 + 3 * dn.length,
  );

/** Writes what a search found. */
export function foundMessage(
  messageId: number,
  found: DirectoryEntry | { readonly urls: readonly string[] },
): Buffer {
  if ('urls' in found)
    return directoryMessage(messageId, 0x73, (writer) => writer.writeStringArray([...found.urls]));
  const write = (writer: BerWriter): void => {
    writer.writeString(found.dn);
    writer.startSequence();
    for (const [name, values] of Object.entries(found.attributes)) {
      writer.startSequence();
      writer.writeString(name);
      writer.startSequence(0x31);
      for (const value of values) writeText(writer, value);
      writer.endSequence();
      writer.endSequence();
    }
    writer.endSequence();
  };
  return directoryMessage(messageId, 0x64, write, { messageBytes: spaceFor(found) });
}

/** Writes the end of an answer. */
export function resultMessage(messageId: number, kind: AnsweredKind, result: DirectoryResult): Buffer {
  const { resultCode = 0, diagnosticMessage = '', matchedDn = '', referrals = [] } = result;
  const write = (writer: BerWriter): void => {
    writer.writeEnumeration(resultCode);
    writer.writeString(matchedDn);
    writer.writeString(diagnosticMessage);
    if (referrals.length > 0) {
      writer.startSequence(0xa3);
      writer.writeStringArray([...referrals]);
      writer.endSequence();
    }
    if (result.serverToken !== undefined) writer.writeBuffer(result.serverToken, 0x87);
    if (result.value !== undefined) writer.writeBuffer(result.value, 0x8b);
  };
  return directoryMessage(messageId, resultTags[kind], write, { cookie: result.cookie });
}

/** RFC 4511, 4.4.1: Notice of Disconnection, which nobody asked for. */
export function disconnectionNotice(resultCode: number, diagnosticMessage: string): Buffer {
  return directoryMessage(0, 0x78, (writer) => {
    writer.writeEnumeration(resultCode);
    writer.writeString('');
    writer.writeString(diagnosticMessage);
    writer.writeString('1.3.6.1.4.1.1466.20036', 0x8a);
  });
}
