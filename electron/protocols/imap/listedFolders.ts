import type { ImapResponse } from './readResponse.ts';
import { readableFolder } from './imapText.ts';

export type ListedFolder = {
  /** As it stands on the wire. */
  name: string;
  attributes: readonly string[];
};

/** `* LIST (\HasNoChildren \Junk) "/" Spam`: the name is a word, quoted, or a literal (RFC 9051, 7.3.1). */
const listed = /^\* LIST \(([^)]*)\) (?:"(?:[^"\\]|\\.)*"|NIL) (?:"((?:[^"\\]|\\.)*)"|(\{\d+\+?\})|(\S+))/i;

const folderIn = ({ line, literals }: ImapResponse): ListedFolder | null => {
  const match = listed.exec(line);
  if (match === null) return null;
  const [, attributes = '', inQuotes, literal, word = ''] = match;
  const name = literal === undefined ? (inQuotes?.replace(/\\(.)/gs, '$1') ?? word) : (literals[0] ?? '');
  return { name, attributes: attributes.toLowerCase().split(' ').filter(Boolean) };
};

/** What Exchange and others call the folder that have no mark for it (RFC 6154). */
const junkNames = new Set([
  ...['junk', 'junk e-mail', 'junk email', 'junk mail', 'spam', 'bulk mail'],
  ...['junk-e-mail', 'spamverdacht', 'unerwünscht', 'courrier indésirable', 'indésirables', 'pourriel'],
  ...['posta indesiderata', 'correo no deseado', 'ongewenste e-mail', 'lixo eletrônico'],
]);

const isCalledJunk = ({ name }: ListedFolder): boolean => {
  const last =
    readableFolder(name)
      .split(/[/.\\]/)
      .at(-1) ?? '';
  return junkNames.has(last.normalize('NFC').toLowerCase());
};

/** The folder for spam in the answer to LIST: the one with the mark `\Junk`, else one that is called so; null: none. */
export const junkFolderIn = (responses: readonly ImapResponse[]): ListedFolder | null => {
  const folders = responses
    .map(folderIn)
    .filter((folder) => folder !== null)
    .filter(({ name, attributes }) => !attributes.includes('\\noselect') && !/[\r\n\0]/.test(name));
  return (
    folders.find(({ attributes }) => attributes.includes('\\junk')) ?? folders.find(isCalledJunk) ?? null
  );
};
