import { listenOnLoopback, type LoopbackServer, recordLines } from './loopbackServer.ts';
import { type ScriptedSmtp, scriptedSmtp } from './scriptedSmtp.ts';
import { ehloAnswer, type SmtpMoment } from './smtpScript.ts';

const eightBitLine = Buffer.concat([
  Buffer.from('220 '),
  Buffer.from([0x80, 0xc3, 0x28, 0xfe, 0xff]),
  Buffer.from('\r\n'),
]);

/** Greets as a web server would, with a zero byte and an 8-bit byte in front. */
export function garbageGreeting(): Promise<LoopbackServer> {
  return listenOnLoopback((socket, received) => {
    recordLines(socket, received);
    socket.write(Buffer.from('\x00\xffHTTP/1.1 400 Bad Request\r\nfoo: bar\r\n\r\n', 'latin1'));
  });
}

/** Greets with bytes that are no text in UTF-8, and answers EHLO with the same. */
export function eightBitGarbage(): Promise<ScriptedSmtp> {
  const inEhlo = Buffer.from(eightBitLine);
  inEhlo.write('250 ', 'latin1');
  return scriptedSmtp({ GREETING: { send: eightBitLine }, EHLO: { send: inEhlo } });
}

/** Refuses service in the greeting and waits for QUIT (RFC 5321, 3.1). */
export function refusingGreeting(): Promise<ScriptedSmtp> {
  return scriptedSmtp({ GREETING: '554 5.7.1 No SMTP service here, your IP is blocked' });
}

/** Says in the greeting that it is too busy, and hangs up. */
export function busyGreeting(): Promise<ScriptedSmtp> {
  return scriptedSmtp({
    GREETING: { send: '421 4.3.2 Service not available, try again later', hangUp: 'end' },
  });
}

/** Greets properly and answers everything else with bytes that are no SMTP. */
export function garbageAfterEhlo(): Promise<ScriptedSmtp> {
  const garbage = { send: Buffer.from('\x15\x03\x01GARBAGE after ehlo \xfe\xff\r\n', 'latin1') };
  return scriptedSmtp({ EHLO: garbage, HELO: garbage, OTHER: garbage });
}

/** Offers neither STARTTLS nor AUTH, and refuses both. */
export function noStartTlsNoAuth(): Promise<ScriptedSmtp> {
  return scriptedSmtp({ AUTH: '503 5.5.1 Error: authentication not enabled' }, { mechanisms: [] });
}

/** Offers AUTH without any encryption, accepts every password and keeps all that it gets in `received`. */
export function plainTextAuth(): Promise<ScriptedSmtp> {
  return scriptedSmtp();
}

/**
 * Answers EHLO with very many extensions.
 * @param lineCount lines of the answer.
 */
export function hugeEhlo(lineCount = 100_000): Promise<ScriptedSmtp> {
  const lines = Array.from({ length: lineCount }, (_, index) => `X-EXTENSION-${index}`);
  return scriptedSmtp({ EHLO: ehloAnswer(lines) });
}

/** Behaves well up to a moment and hangs up there instead of answering. */
export function hangsUpAt(moment: SmtpMoment, how: 'end' | 'reset' = 'end'): Promise<ScriptedSmtp> {
  return scriptedSmtp({ [moment]: { hangUp: how } });
}
