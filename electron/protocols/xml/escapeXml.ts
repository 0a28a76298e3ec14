const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** What XML 1.0, 2.2 has no way to write, not even as a reference. */
const unwritable = /[^\t\n\r\u0020-\ufffd\u{10000}-\u{10ffff}]/gu;

/** Text for the content of an element or for an attribute; what XML cannot hold becomes U+FFFD. */
export const escapeXml = (text: string): string =>
  text
    .toWellFormed()
    .replace(unwritable, '\ufffd')
    .replace(/[&<>"']/g, (character) => references[character] ?? character)
    // A reader would turn these into a blank or a line feed (XML 1.0, 2.11 and 3.3.3).
    .replace(/[\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
