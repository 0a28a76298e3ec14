const greetings: readonly (readonly [service: string, words: RegExp])[] = [
  // RFC 3501, 7.1; RFC 1939, 3; RFC 9112, 4; RFC 4253, 4.2.
  ['IMAP', /^\* (?:OK|PREAUTH|BYE)\b/i],
  ['POP3', /^(?:\+OK|-ERR)\b/i],
  ['HTTP', /^HTTP\/\d/i],
  ['SSH', /^SSH-\d/],
];

/** The protocol of a service that is not SMTP, by the first words it says; null: not known. */
const speakingService = (words: string): string | null =>
  greetings.find(([, pattern]) => pattern.test(words))?.[0] ?? null;

/** What the texts of `greetingNotSmtp` name besides: the service, where its words tell. */
export const serviceParameters = (words: string): Record<string, string> => {
  const service = speakingService(words);
  return service === null ? {} : { service };
};
