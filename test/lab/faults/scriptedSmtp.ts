import { listenOnLoopback, type LoopbackServer } from './loopbackServer.ts';
import type { ServerTls } from './serverTls.ts';
import { SmtpDialogue } from './smtpDialogue.ts';
import { acceptingScript, type SmtpScript } from './smtpScript.ts';

/** How a scripted server protects its connections. */
export type ScriptedTls = {
  /** `implicit`: TLS before the greeting; `starttls`: offered in EHLO. */
  readonly mode: 'implicit' | 'starttls';
  readonly server: ServerTls;
};

/** Surroundings of the script. */
export type ScriptedSmtpOptions = {
  /** No TLS when left out. */
  readonly tls?: ScriptedTls;
  /** Mechanisms that EHLO offers; PLAIN and LOGIN when left out, none for an empty list. */
  readonly mechanisms?: readonly string[];
};

/** A scripted server that runs. */
export type ScriptedSmtp = {
  /** Messages that clients have sent, each with line feeds as line ends. */
  readonly messages: readonly string[];
} & LoopbackServer;

/**
 * Starts an SMTP server that says exactly what a test wants, and otherwise accepts everything (RFC 5321).
 * @param script answers that differ, by moment: `{ AUTH: '535 5.7.139 Authentication unsuccessful' }`. AUTH is the
 * verdict after the mechanism's usual challenges.
 */
export async function scriptedSmtp(
  script: SmtpScript = {},
  { tls, mechanisms = ['PLAIN', 'LOGIN'] }: ScriptedSmtpOptions = {},
): Promise<ScriptedSmtp> {
  const messages: string[] = [];
  const startTls = tls?.mode === 'starttls';
  const fullScript = { ...acceptingScript({ startTls, mechanisms }), ...script };
  const server = await listenOnLoopback((socket, received) => {
    const serverTls = tls === undefined ? {} : { serverTls: tls.server };
    const dialogue = new SmtpDialogue(socket, { script: fullScript, ...serverTls, received, messages });
    const speak = async (): Promise<void> => {
      if (tls?.mode === 'implicit' && !(await dialogue.secure())) return;
      await dialogue.run();
    };
    // A script that throws shows in the test as a broken connection, with the script's error.
    speak().catch((error: unknown) =>
      socket.destroy(error instanceof Error ? error : new Error(String(error))),
    );
  });
  return { ...server, messages };
}
