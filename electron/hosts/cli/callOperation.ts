import { isFailure } from '../../contract/failures.ts';
import { isStream } from '../../contract/stream.ts';
import { typedSecrets } from '../typedSecrets.ts';
import type { Command, Invocation } from './command.ts';
import { exitCodes } from './exitCode.ts';
import { operationNames } from './operationNames.ts';
import { readGivenText } from './readGivenText.ts';
import { suggestion } from './suggestion.ts';
import { UsageError } from './usageError.ts';
import { withConsole } from './withConsole.ts';

/** The reason stays unsaid: it quotes the text, which may hold a secret. */
const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UsageError('notJson', {}, error);
  }
};

/** Every user of a machine sees the arguments of its programs, and shells keep them. */
const refuseSecrets = (input: unknown): unknown => {
  if (typedSecrets(input).length > 0) throw new UsageError('secretInArguments');
  return input;
};

const readInput = async (invocation: Invocation): Promise<unknown> => {
  const given = invocation.options.get('input');
  if (given === undefined) return undefined;
  if (given === '-' || given.startsWith('@'))
    return parseJson(await readGivenText(given.replace(/^@/, ''), invocation));
  return refuseSecrets(parseJson(given));
};

/** What a page is told of an unknown operation, that it is too old, is no answer to somebody who typed its name. */
const namingUnknown = async <Output>(operation: string, run: () => Promise<Output>): Promise<Output> => {
  try {
    return await run();
  } catch (error) {
    if (!isFailure(error) || error.code !== 'UNKNOWN_OPERATION') throw error;
    throw new UsageError('unknownOperation', { operation, ...suggestion(operation, operationNames) }, error);
  }
};

/** `call`: any operation of the contract. What it gives is JSON; of a stream, each event is a line. */
export const callOperation: Command = async (invocation) => {
  const { words, options, terminal, signal } = invocation;
  const [operation] = words;
  if (operation === undefined) throw new UsageError('missingOperation');
  const input = await readInput(invocation);
  return withConsole(invocation, async ({ call }) => {
    const output = await namingUnknown(operation, () => call(operation.split('.'), input, signal));
    if (isStream(output)) for await (const event of output) terminal.print(JSON.stringify(event));
    else terminal.print(JSON.stringify(output, null, options.has('json') ? 0 : 2));
    return signal.aborted ? exitCodes.interrupted : exitCodes.passed;
  });
};
