import { listenOnLoopback, type LoopbackServer, recordLines } from './loopbackServer.ts';

/** Accepts the connection and never says a word; on an implicit TLS port this is a handshake that gets no answer. */
export function silentServer(): Promise<LoopbackServer> {
  return listenOnLoopback(recordLines);
}

/** Ends every connection at once, before any greeting: `end` in order (FIN), `reset` with RST. */
export function closesAtOnce(how: 'end' | 'reset' = 'end'): Promise<LoopbackServer> {
  return listenOnLoopback((socket) => {
    // What a client sends is read and dropped: unread, it would keep this side open for ever.
    if (how === 'end') socket.resume().end();
    else socket.resetAndDestroy();
  });
}

/**
 * Sends a greeting that never gets finished, one byte at a time, so that the connection is never idle.
 * @param intervalMs time between two bytes.
 */
export function slowDrip(intervalMs = 20): Promise<LoopbackServer> {
  const greeting = '220-please hold the line\r\n';
  return listenOnLoopback((socket, received) => {
    recordLines(socket, received);
    let sent = 0;
    const timer = setInterval(() => {
      socket.write(greeting.charAt(sent % greeting.length));
      sent += 1;
    }, intervalMs);
    socket.once('close', () => {
      clearInterval(timer);
    });
  });
}

/** Sends a greeting line that never ends, as fast as the client reads. */
export function endlessLine(): Promise<LoopbackServer> {
  const piece = Buffer.alloc(65_536, 'x');
  return listenOnLoopback((socket, received) => {
    recordLines(socket, received);
    const fill = (): void => {
      while (!socket.destroyed && socket.write(piece)) continue;
    };
    socket.on('drain', fill);
    socket.write('220 ');
    fill();
  });
}
