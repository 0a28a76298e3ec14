const maximumLength = 65_536;

/** Header fields of the message that a bounce brings along: its subject and its journey say nothing of the failure. */
const headerField =
  /^(?:Received|Received-SPF|Authentication-Results|ARC-[\w-]{1,40}|DKIM-Signature|X-[\w-]{1,60}|Subject|Thread-\w{1,20}|References|In-Reply-To|Return-Path|Delivered-To|Message-ID|MIME-Version|Content-[\w-]{1,40}|List-[\w-]{1,40}|User-Agent|From|To|Cc|Reply-To): .*(?:\n[ \t].*)*/gim;

/**
 * Makes a pasted text ready to be read: at most 64 KiB, line ends as `\n`, quote marks, control characters and header
 * fields of the original message removed.
 */
export const prepareText = (text: string): string =>
  text
    .slice(0, maximumLength)
    .replace(/\r\n?/g, '\n')
    // Python, JSON and .NET print the line breaks of a reply as they write them.
    .replace(/(?:\\r)?\\n(?=[245]\d\d[ -]|#?[245]\.\d{1,3}\.\d)/g, '\n')
    .replace(/^[>|] ?(?!>)/gm, '')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, ' ')
    .replace(headerField, '');

const address = /[^\s<>@,;:"'()[\]]{1,64}@[^\s<>@,;:"'()[\]]{1,255}/g;

/** Makes addresses unreadable without moving anything: `virus@example.net` says nothing of a virus. */
export const maskAddresses = (text: string): string =>
  text.replace(address, (found) => found.replace(/[^@.]/g, 'x'));

/** Folds white space, line breaks too, into single spaces. */
export const fold = (text: string): string => text.replace(/\s+/g, ' ').trim();
