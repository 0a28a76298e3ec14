import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { claimPortBlock } from '../lab/portBlock.ts';

/** A server that takes every mail and keeps none. */
export type SmtpSink = { port: number; stop: () => Promise<void> };

const answers = async (port: number): Promise<boolean> => {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
};

/** Starts Postfix's smtp-sink on a free port of 127.0.0.1. Throws Error when it ends instead of listening. */
export const startSmtpSink = async (): Promise<SmtpSink> => {
  const block = await claimPortBlock();
  const [port = 0] = block.ports;
  const sink = spawn('/usr/sbin/smtp-sink', ['-u', 'nobody', `127.0.0.1:${port}`, '128'], {
    stdio: 'ignore',
  });
  const ended = once(sink, 'exit');
  while (!(await answers(port))) {
    if (sink.exitCode !== null) throw new Error(`smtp-sink ended with ${sink.exitCode}.`);
    await delay(20);
  }
  return {
    port,
    stop: async () => {
      sink.kill();
      await ended;
      await block.release();
    },
  };
};
