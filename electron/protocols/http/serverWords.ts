const longestWords = 300;

/** Whether a body is a page for people (HTML). */
export const isPage = (text: string): boolean =>
  /<(?:!doctype\s+html|html|head|body)\b/i.test(text.slice(0, 1_000));

/**
 * What a server says in a body of a kind that nobody expects, as one line: the title of a page, or how a text begins.
 * `secrets` stand in it as `***`, should the server repeat them.
 */
export const serverWords = (text: string, secrets: readonly string[]): string => {
  const title = /<title[^>]{0,200}>([^<]{0,500})/i.exec(text)?.[1];
  const said = isPage(text) ? (title ?? '') : (title ?? text.slice(0, 2 * longestWords));
  return shownWords(said, secrets);
};

/** A text of a server as one line that is short enough to be shown. */
export const shownWords = (text: string, secrets: readonly string[]): string =>
  hideSecrets(text, secrets).replace(/\s+/g, ' ').trim().slice(0, longestWords);

/** Puts `***` in the place of each secret. */
export const hideSecrets = (text: string, secrets: readonly string[]): string =>
  secrets.reduce((hidden, secret) => (secret === '' ? hidden : hidden.replaceAll(secret, '***')), text);
