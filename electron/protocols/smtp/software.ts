/** Programs and services that name themselves in their greeting. */
const names: readonly [pattern: RegExp, name: string][] = [
  [/\bPostfix\b/i, 'Postfix'],
  [/\bExim (\d[\w.]*)/i, 'Exim'],
  [/\bSendmail (\d[\w./]*)/i, 'Sendmail'],
  [/Microsoft ESMTP MAIL Service, Version: ([\d.]+)/i, 'Microsoft IIS SMTP'],
  [/\.(?:outlook|office365)\.com Microsoft ESMTP MAIL Service/i, 'Microsoft Exchange Online'],
  [/Microsoft ESMTP MAIL Service/i, 'Microsoft Exchange'],
  [/\bgsmtp\b/, 'Google'],
  [/\bHaraka(?:\/(\d[\w.]*))?/i, 'Haraka'],
  [/\bMDaemon (\d[\w.]*)/i, 'MDaemon'],
  [/\bKerio Connect (\d[\w.]*)/i, 'Kerio Connect'],
  [/\bhMailServer\b/i, 'hMailServer'],
  [/\bOpenSMTPD\b/i, 'OpenSMTPD'],
  [/\bSmarterMail\b/i, 'SmarterMail'],
];

/** The server's program, with its version where it says one; null when it keeps that to itself. */
export const softwareIn = (greeting: string): string | null => {
  for (const [pattern, name] of names) {
    const match = pattern.exec(greeting);
    if (match !== null) return match[1] === undefined ? name : `${name} ${match[1]}`;
  }
  return null;
};
