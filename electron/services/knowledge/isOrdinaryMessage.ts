const firstHeader = /^\s{0,20}(?:From|To|Subject|Date|Return-Path|Received|Message-ID|MIME-Version): /i;
const aboutDelivery =
  /daemon|postmaster|deliver|diagnos|return|fail|reject|refus|error|not sent|zustell|unzustellbar|remis|fehler|erreur/i;
const headLength = 16_384;

/** A message that somebody pasted with its header, and that reports nothing: neither a bounce nor a warning of a server. */
export const isOrdinaryMessage = (text: string): boolean =>
  firstHeader.test(text) && !aboutDelivery.test(text.slice(0, headLength));
