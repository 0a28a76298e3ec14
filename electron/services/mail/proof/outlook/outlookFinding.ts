import type { Finding } from '../../../../contract/proof/finding.ts';
import type { StageName } from '../../../../contract/proof/proof.ts';
import { OutlookError, OutlookUnavailable } from '../../../../protocols/outlook/outlookError.ts';
import { diagnose } from '../../../knowledge/diagnose.ts';
import { makeFinding } from '../../../knowledge/makeFinding.ts';
import type { EvidenceWriter } from '../../../proof/evidenceWriter.ts';

const unavailable = { notWindows: 'outlookNeedsWindows', notInstalled: 'outlookMissing' } as const;

const faultFinding = (
  { fault, words: text }: OutlookError,
  stage: StageName,
  parameters: Record<string, string>,
): Finding => {
  switch (fault.code) {
    case 'mailboxMissing':
      return makeFinding('outlookMailboxMissing', { ...parameters, mailboxes: fault.mailboxes.join(', ') });
    case 'recipientUnresolved':
      return makeFinding('outlookRecipientUnresolved', { ...parameters, recipient: fault.recipient });
    case 'sendAsDenied':
      return makeFinding('sendAsDenied', parameters);
    case 'prompted':
      return makeFinding('outlookPrompted', parameters);
    case 'timedOut':
      return makeFinding('outlookTimedOut', parameters);
    case 'offline':
      return makeFinding('outlookServerUnreachable', parameters);
    case 'failed':
      return diagnose({
        ...{ protocol: 'outlook', stage, text, parameters },
        cloud: { hresult: fault.hresult },
      });
  }
};

const systemCodeOf = (error: OutlookError): string | null =>
  error.fault.code === 'failed' ? error.fault.hresult : null;

/** The finding of an error of Outlook; null: it is none of Outlook's. */
export const outlookFinding = (
  error: unknown,
  { stage, parameters, evidence }: OutlookFailureContext,
): Finding | null => {
  const isUnavailable = error instanceof OutlookUnavailable;
  if (!isUnavailable && !(error instanceof OutlookError)) return null;
  const { words: text } = error;
  if (text !== '') evidence.reply({ command: null, code: null, enhanced: null, text });
  if (isUnavailable) return makeFinding(unavailable[error.reason], parameters);
  const systemCode = systemCodeOf(error);
  if (systemCode !== null) evidence.fact('systemCode', systemCode);
  return faultFinding(error, stage, parameters);
};

/** Where an error of Outlook came up, and what its finding may name. */
export type OutlookFailureContext = {
  stage: StageName;
  parameters: Record<string, string>;
  evidence: EvidenceWriter;
};
