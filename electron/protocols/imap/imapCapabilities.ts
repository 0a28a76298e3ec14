import type { Refused } from '../mailbox.ts';
import type { ImapDialogue } from './imapDialogue.ts';

export type ImapCapabilities = {
  /** In capitals. */
  names: ReadonlySet<string>;
  /** Ways to sign in with AUTHENTICATE, in the server's order. */
  mechanisms: readonly string[];
  /** As the server said it. */
  words: string;
};

/** Asks what the server can do now (RFC 9051, 6.1.1): it is something else inside TLS, and after the sign-in. */
export const askCapabilities = async (
  dialogue: ImapDialogue,
  about: Refused['about'] = 'question',
): Promise<ImapCapabilities> => {
  const responses = await dialogue.ask('CAPABILITY', '', about);
  const lines = responses.map(({ line }) => line.slice('* '.length));
  const words = lines.join('\n');
  const names = lines
    .filter((line) => /^CAPABILITY\b/i.test(line))
    .flatMap((line) => line.toUpperCase().split(/\s+/).slice(1).filter(Boolean));
  const mechanisms = names
    .filter((name) => name.startsWith('AUTH='))
    .map((name) => name.slice('AUTH='.length));
  return { names: new Set(names), mechanisms, words };
};
