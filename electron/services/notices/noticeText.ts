import type { Language } from '../../contract/languages.ts';
import { loadTranslator } from '../../locales/translate.ts';

/** A mail without its envelope. */
export type NoticeText = { subject: string; text: string };

/** What happened: to whom, when (ms since 1970 UTC), from which machine. */
export type NoticeEvent = { user: string; at: number; machine: string };

export type CodeContent = NoticeEvent & {
  code: string;
  /** Null: there is no address of the pages that holds on the reader's machine. */
  link: string | null;
  lifeMs: number;
  /** The administrator who rehearses; null: the user forgot the password. */
  by: string | null;
};

const minuteMs = 60_000;

/** With the time zone of this machine: the reader may be in another one. */
export const toShownMoment = (at: number, language: Language): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'long' }).format(at);

const shownEvent = ({ user, at, machine }: NoticeEvent, language: Language) => ({
  ...{ user, machine },
  at: toShownMoment(at, language),
});

/** The mail that carries a code. */
export const writeCodeMail = async (content: CodeContent, language: Language): Promise<NoticeText> => {
  const { code, link, lifeMs, by } = content;
  const text = await loadTranslator(language, ['notices']);
  const kind = by === null ? 'passwordReset' : 'rehearsal';
  const paragraphs = [
    text(`${kind}.request`, { ...shownEvent(content, language), by: by ?? '' }),
    text('code.type', { code }),
    ...(link === null ? [] : [text('code.link', { link })]),
    text('code.validity', { minutes: Math.floor(lifeMs / minuteMs) }),
    `${text(`${kind}.notYou`)}\n`,
  ];
  return { subject: text(`${kind}.subject`), text: paragraphs.join('\n\n') };
};

/** The mail that says that a password was replaced. */
export const writeChangedMail = async (event: NoticeEvent, language: Language): Promise<NoticeText> => {
  const text = await loadTranslator(language, ['notices']);
  return {
    subject: text('passwordChanged.subject'),
    text: [text('passwordChanged.event', shownEvent(event, language)), text('passwordChanged.notYou')].join(
      '\n\n',
    ),
  };
};
