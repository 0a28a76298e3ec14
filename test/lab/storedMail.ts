import { readFileSync } from 'node:fs';

/** A message as it lies in a mailbox. */
export type StoredMail = {
  /** Absolute path of its file. */
  readonly path: string;
  /** Every byte of it, with line feeds as line ends, as Postfix stores it. */
  readonly source: Buffer;
  /** Everything after the empty line, still in its transfer encoding. */
  readonly body: string;
  /** All values of a header field, unfolded, in order; the name's case does not matter (RFC 5322, 2.2). */
  headers(name: string): readonly string[];
};

function parseHeaders(head: string): ReadonlyMap<string, readonly string[]> {
  const fields = new Map<string, string[]>();
  for (const line of head.replace(/\r?\n(?=[ \t])/g, '').split(/\r?\n/)) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).toLowerCase();
    fields.set(name, [...(fields.get(name) ?? []), line.slice(colon + 1).trim()]);
  }
  return fields;
}

/** Reads a message file. */
export function readStoredMail(path: string): StoredMail {
  const source = readFileSync(path);
  const text = source.toString('utf8');
  const [head = ''] = text.split(/\r?\n\r?\n/, 1);
  const fields = parseHeaders(head);
  return {
    path,
    source,
    body: text.slice(head.length).replace(/^\r?\n\r?\n/, ''),
    headers: (name) => fields.get(name.toLowerCase()) ?? [],
  };
}
