import { randomUUID } from 'node:crypto';
import { fail } from '../../../contract/failures.ts';
import { defaultTimeoutMs } from '../../../contract/mail/profile.ts';
import type { StageName } from '../../../contract/proof/proof.ts';
import { plainMessage } from '../../../protocols/smtp/signIn.ts';
import type { TrustStore } from '../../../protocols/tls/trustStore.ts';
import type { ProblemLog } from '../../../stores/problemLog.ts';
import { createLiveSecrets } from '../../../stores/vault/liveSecrets.ts';
import type { ProofLog } from '../../proof/proofLog.ts';
import { type ProofPlan, runStages } from '../../proof/runStages.ts';
import type { Mask } from '../../proof/shownText.ts';
import type { Stage } from '../../proof/stage.ts';
import type { MailProofRequest, MailProver } from '../profileProving.ts';
import type { ResolvedProfile, ResolvedSmtp } from '../resolvedProfile.ts';
import { createCaptureStages, type StoreMessage } from './captureStages.ts';
import { type ComposedMessage } from './composeMessage.ts';
import { createErrorExplainer } from './explainError.ts';
import { createPickupStages, type PickupFiles } from './pickupStages.ts';
import { deliveryParameters } from './smtpDelivery.ts';
import { SmtpSession } from './smtpSession.ts';
import { createSmtpStages } from './smtpStages.ts';
import { composeTestMessage } from './testMessage.ts';

/** What the prover works with. */
export type MailProverParts = {
  fingerprint: (values: ResolvedProfile) => Promise<string>;
  /** Keeps a message in the built-in mailbox. */
  storeMessage: StoreMessage;
  files: PickupFiles;
  trustStore: TrustStore;
  proofLog: ProofLog;
  /** This machine's own name, for EHLO. */
  machineName: string;
  now: () => Date;
  log: ProblemLog;
};

/** One proof that is about to run. */
type Proving = {
  proofId: string;
  request: MailProofRequest;
  recipient: string;
  compose: () => Promise<ComposedMessage>;
};

type Common = Omit<ProofPlan<unknown>, 'stages' | 'state' | 'close' | 'explain'>;

const targetOf = (values: ResolvedProfile): string => {
  if (values.kind === 'pickup') return values.folder;
  if (values.kind === 'capture') return '';
  return values.host.includes(':') ? `[${values.host}]:${values.port}` : `${values.host}:${values.port}`;
};

/** Hides the passwords of a profile, also as they stand in the answer to AUTH PLAIN. */
const createMask = (values: ResolvedProfile): Mask => {
  const secrets = createLiveSecrets();
  if (values.kind === 'smtp') {
    const { authentication, arrival } = values;
    const credentials = [authentication.mode === 'password' ? authentication : null, arrival];
    for (const credential of credentials.filter((one) => one !== null)) {
      secrets.register(credential.password);
      secrets.register(plainMessage(credential));
    }
  }
  return secrets.mask;
};

const requirePossible = ({ values, until }: MailProofRequest): void => {
  if (until !== 'arrive' || (values.kind === 'smtp' && values.arrival !== null)) return;
  throw fail('INVALID_INPUT', {
    issues: [{ path: ['values', 'arrival'], code: 'required', parameters: {} }],
  });
};

/** Proves mail profiles of every kind: on the values that it is given, changing nothing (REQUIREMENTS M14, N01). */
export const createMailProver = (parts: MailProverParts): MailProver => {
  const report = (stage: StageName, error: unknown): void =>
    parts.log.error('proof.stageBroke', { stage, error });

  const smtpPlan = (common: Common, values: ResolvedSmtp, { request, recipient, compose }: Proving) => {
    const delivery = { values, recipients: [recipient], compose, until: request.until };
    const { trustStore, now, machineName } = parts;
    const state = new SmtpSession();
    const stages = createSmtpStages({ delivery, trustStore, now, machineName });
    const explain = createErrorExplainer(deliveryParameters(delivery), report);
    return { ...common, stages, state, close: state.close, explain };
  };

  const localPlan = (common: Common, { request, recipient, compose }: Proving): ProofPlan<null> => {
    const { values } = request;
    const envelope = { from: values.from.address, to: [recipient] };
    const shared = { envelope, compose, timeoutMs: defaultTimeoutMs };
    const stages: Stage<null>[] =
      values.kind === 'pickup'
        ? createPickupStages({ ...shared, folder: values.folder, files: parts.files })
        : createCaptureStages({ ...shared, store: parts.storeMessage });
    const explain = createErrorExplainer({ folder: targetOf(values) }, report);
    return { ...common, stages, state: null, close: () => undefined, explain };
  };

  return (request, signal) => {
    requirePossible(request);
    const { values, language, by } = request;
    const proofId = randomUUID();
    const recipient = request.recipient ?? values.testRecipient ?? values.from.address;
    const target = targetOf(values);
    const compose = () =>
      composeTestMessage({ proofId, from: values.from, recipient, language, target: target || values.name });
    const proving = { proofId, request, recipient, compose };
    const common: Common = {
      proofId,
      fingerprint: () => parts.fingerprint(values),
      observe: parts.proofLog.open({ profileName: values.name, target, by }),
      mask: createMask(values),
    };
    return values.kind === 'smtp'
      ? runStages(smtpPlan(common, values, proving), signal)
      : runStages(localPlan(common, proving), signal);
  };
};
