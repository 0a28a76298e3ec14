import type { StageName } from '../../contract/proof/proof.ts';

const commands = [
  [
    /\b(?:reply to|after|response to) RCPT\b|\bRCPT (?:TO|from)\b|SMTPRecipientsRefused|\brecipient address rejected:/i,
    'RCPT TO',
  ],
  [
    /\b(?:reply to|after|response to) MAIL\b|\bMAIL FROM:|SMTPSenderRefused|\bsender address rejected:/i,
    'MAIL FROM',
  ],
  [/\breply to STARTTLS\b/i, 'STARTTLS'],
  [/\bSMTPAuthenticationError\b|\breply to AUTH\b|\bAUTH (?:PLAIN|LOGIN|NTLM|XOAUTH2|CRAM-MD5)\b/i, 'AUTH'],
  [/\bend of (?:DATA|data)\b|SMTPDataError|\bafter DATA\b/i, 'DATA'],
  [/\breply to (?:EHLO|HELO)|\bafter (?:EHLO|HELO)|SMTPHeloError/i, 'EHLO'],
] as const;

/** Names the SMTP command that a log line or an error says was answered, null where it says none. */
export const readCommand = (text: string): string | null =>
  commands.find(([pattern]) => pattern.test(text))?.[1] ?? null;

const stages: Record<string, StageName> = {
  EHLO: 'identify',
  HELO: 'identify',
  STARTTLS: 'secure',
  AUTH: 'authenticate',
  'MAIL FROM': 'envelope',
  'RCPT TO': 'envelope',
  DATA: 'deliver',
};

/** Brings a command to the form of the rules: `AUTH PLAIN` and `AUTH` are one, the argument is left out. */
export const commandName = (command: string): string => {
  const upper = command.toUpperCase();
  return (
    Object.keys(stages).find(
      (name) => upper === name || upper.startsWith(`${name} `) || upper.startsWith(`${name}:`),
    ) ?? upper
  );
};

/** The stage of a proof in which a command is answered. */
export const stageOfCommand = (command: string): StageName | null => stages[command] ?? null;
