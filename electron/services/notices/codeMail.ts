import type { Language } from '../../contract/languages.ts';
import type { ResetCodeStore, ResetUser } from '../../stores/users/resetCodeStore.ts';
import type { OutgoingMessage } from '../mail/sendMessage.ts';
import { createResetCode, resetCodeLifeMs } from '../session/resetCode.ts';
import { writeCodeMail } from './noticeText.ts';

export type CodeMailParts = {
  resets: Pick<ResetCodeStore, 'add'>;
  /** Where the pages are for somebody with a browser, from the configuration and never from a request; null: nowhere. */
  baseUrl: () => Promise<string | null>;
  /** ms since 1970 UTC. */
  now: () => number;
};

export type CodeMail = {
  user: Pick<ResetUser, 'id' | 'name'>;
  to: string;
  language: Language;
  machine: string;
  /** When it was asked for, in ms since 1970 UTC. */
  at: number;
  /** The administrator who rehearses; null: the user forgot the password. */
  by: string | null;
};

/** In the fragment, which a browser sends to no server (RFC 3986, 3.5). */
const linkTo = (baseUrl: string, user: string, code: string): string =>
  new URL(`#/resetPassword?${new URLSearchParams({ user, code }).toString()}`, baseUrl).href;

/** Makes a code for a user, and the mail that carries it; of the code only the hash is kept. */
export const createCodeMailWriter =
  ({ resets, baseUrl, now }: CodeMailParts) =>
  async ({ user, to, language, machine, at, by }: CodeMail): Promise<OutgoingMessage> => {
    const { code, hash } = createResetCode();
    const base = await baseUrl();
    const link = base === null ? null : linkTo(base, user.name, code);
    const content = { user: user.name, machine, at, by, code, link, lifeMs: resetCodeLifeMs };
    const text = await writeCodeMail(content, language);
    const createdAt = now();
    await resets.add({ userId: user.id, codeHash: hash, createdAt, expiresAt: createdAt + resetCodeLifeMs });
    return { ...text, to: [to], language, secrets: [code] };
  };

export type CodeMailWriter = ReturnType<typeof createCodeMailWriter>;
