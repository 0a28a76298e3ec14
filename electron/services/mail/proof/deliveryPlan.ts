import { defaultTimeoutMs } from '../../../contract/mail/profile.ts';
import type { StageName } from '../../../contract/proof/proof.ts';
import { plainMessage } from '../../../protocols/smtp/signIn.ts';
import type { TrustStore } from '../../../protocols/tls/trustStore.ts';
import type { ProblemLog } from '../../../stores/problemLog.ts';
import { createLiveSecrets } from '../../../stores/vault/liveSecrets.ts';
import type { ProofPlan } from '../../proof/runStages.ts';
import type { Mask } from '../../proof/shownText.ts';
import type { ResolvedProfile } from '../resolvedProfile.ts';
import { arrivalParameters } from './arriveStage.ts';
import { createCaptureStages, type StoreMessage } from './captureStages.ts';
import { createErrorExplainer } from './explainError.ts';
import { withFormChanges } from './formChanges.ts';
import { createPickupStages, type PickupFiles } from './pickupStages.ts';
import { deliveryParameters, type SmtpDelivery } from './smtpDelivery.ts';
import { SmtpSession } from './smtpSession.ts';
import { createSmtpStages } from './smtpStages.ts';

/** What messages are handed over with. */
export type DeliveryParts = {
  /** Keeps a message in the built-in mailbox. */
  storeMessage: StoreMessage;
  files: PickupFiles;
  trustStore: TrustStore;
  /** This machine's own name, for EHLO. */
  machineName: string;
  now: () => Date;
  log: ProblemLog;
};

/** One message on its way, whatever kind of profile it goes with. */
export type Delivery = Omit<SmtpDelivery, 'values'> & { values: ResolvedProfile };

/** How it is handed over: the part of a proof's plan that depends on the kind of profile. */
export type DeliveryPlan = Pick<ProofPlan, 'stages' | 'close' | 'explain' | 'mask'>;

/** Hides the passwords of a profile, also as they stand in the answer to AUTH PLAIN. */
const createMask = (values: ResolvedProfile): Mask => {
  const secrets = createLiveSecrets();
  if (values.kind !== 'smtp') return secrets.mask;
  const { authentication, arrival } = values;
  const credentials = [authentication.mode === 'password' ? authentication : null, arrival];
  for (const credential of credentials.filter((one) => one !== null)) {
    secrets.register(credential.password);
    secrets.register(plainMessage(credential));
  }
  return secrets.mask;
};

/** Plans how a message is handed over: which stages there are, what they share, how their errors are explained. */
export const createDeliveryPlanner = (parts: DeliveryParts) => {
  const report = (stage: StageName, error: unknown): void =>
    parts.log.error('proof.stageBroke', { stage, error });

  const smtp = (delivery: SmtpDelivery): Omit<DeliveryPlan, 'mask'> => {
    const { trustStore, now, machineName } = parts;
    const session = new SmtpSession();
    const parameters = deliveryParameters(delivery);
    const { arrival } = delivery.values;
    const explain = createErrorExplainer({
      parametersOf: (stage) => (stage === 'arrive' && arrival ? arrivalParameters(arrival) : parameters),
      timeoutCode: (stage) =>
        stage === 'arrive' && session.hasLookedForArrival ? 'messageNotArrived' : null,
      report,
    });
    const stages = createSmtpStages({ delivery, trustStore, now, machineName }, session);
    return {
      ...{ stages, close: session.close },
      explain: (...failure) => withFormChanges(explain(...failure), delivery, session.seen),
    };
  };

  const local = (delivery: Delivery): Omit<DeliveryPlan, 'mask'> => {
    const { values, recipients, compose } = delivery;
    const envelope = { from: values.from.address, to: [...recipients] };
    const shared = { envelope, compose, timeoutMs: defaultTimeoutMs };
    const parameters = values.kind === 'pickup' ? { folder: values.folder } : {};
    return {
      stages:
        values.kind === 'pickup'
          ? createPickupStages({ ...shared, folder: values.folder, files: parts.files })
          : createCaptureStages({ ...shared, store: parts.storeMessage }),
      close: () => undefined,
      explain: createErrorExplainer({ parametersOf: () => parameters, report }),
    };
  };

  return (delivery: Delivery): DeliveryPlan => {
    const { values } = delivery;
    const plan = values.kind === 'smtp' ? smtp({ ...delivery, values }) : local(delivery);
    return { ...plan, mask: createMask(values) };
  };
};
