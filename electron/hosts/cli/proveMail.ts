import type { Command } from './command.ts';
import { openConsole } from './openConsole.ts';
import { proofLimit, proofRequest } from './proofRequest.ts';
import { proofOutput } from './proofOutput.ts';
import { runProof } from './runProof.ts';

/** `prove mail`: every stage of sending, as it happens. */
export const proveMail: Command = async (invocation) => {
  const { client, close } = await openConsole(invocation);
  try {
    const request = await proofRequest(client, invocation, proofLimit(invocation));
    return await runProof(client, request, await proofOutput(invocation), invocation.signal);
  } finally {
    await close();
  }
};
