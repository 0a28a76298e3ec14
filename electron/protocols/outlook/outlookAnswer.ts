import { z } from 'zod';
import type { WholeOutput } from '../machine/runProgram.ts';
import { decodeText } from '../text/decodeText.ts';
import { readJson } from '../text/readJson.ts';
import { OutlookError, type OutlookFault, OutlookUnavailable } from './outlookError.ts';

const failureSchema = z.object({ error: z.string(), hresult: z.string().nullable(), words: z.string() });
const answerSchema = z.object({ answer: z.unknown() });
type Failure = z.infer<typeof failureSchema>;

/** COM's REGDB_E_CLASSNOTREG and CO_E_CLASSSTRING (MS-ERREF 2.1.1). */
const notRegistered = ['0x80040154', '0x800401F3'];
/** E_ABORT: what the object model guard answers when nobody lets the program send. */
const aborted = '0x80004004';
/** Exchange's ecSendAsDenied, as Outlook puts it in brackets behind its own error. */
const sendAsDenied = /\b0x0*4dc\b/i;

const faultOf = ({ error, hresult, words }: Failure): OutlookFault => {
  if (error === 'recipientUnresolved') return { code: error, recipient: words };
  if (error === 'sendAsDenied' || error === 'timedOut' || error === 'offline') return { code: error };
  if (hresult === aborted) return { code: 'prompted' };
  return sendAsDenied.test(words) ? { code: 'sendAsDenied' } : { code: 'failed', hresult };
};

const toError = (failure: Failure): OutlookUnavailable | OutlookError => {
  const { error, hresult, words } = failure;
  if (error === 'notInstalled' || notRegistered.includes(hresult ?? ''))
    return new OutlookUnavailable('notInstalled', words);
  return new OutlookError(faultOf(failure), words);
};

/**
 * Reads what the script wrote, and gives its answer. Throws OutlookUnavailable, or OutlookError also for what is no
 * answer: PowerShell itself says why it did not run the script.
 */
export const readOutlookAnswer = <Answer>(
  { output, faults }: Pick<WholeOutput, 'output' | 'faults'>,
  schema: z.ZodType<Answer>,
): Answer => {
  const said = readJson(output.toString('utf8'));
  const failure = failureSchema.safeParse(said);
  if (failure.success) throw toError(failure.data);
  const answer = schema.safeParse(answerSchema.safeParse(said).data?.answer);
  if (answer.success) return answer.data;
  const words = decodeText(Buffer.concat([output, faults])).trim();
  throw new OutlookError({ code: 'failed', hresult: null }, words);
};
