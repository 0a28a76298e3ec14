import { defaultTimeoutMs } from '../../../contract/mail/profile.ts';
import type { StageName } from '../../../contract/proof/proof.ts';
import type { OutlookParts } from '../../../protocols/outlook/outlookSession.ts';
import type { TrustStore } from '../../../protocols/tls/trustStore.ts';
import type { FindTicket } from '../../../protocols/kerberos/listTickets.ts';
import type { FindProxy } from '../../../protocols/net/systemProxy.ts';
import type { ProblemLog } from '../../../stores/problemLog.ts';
import { inOrder } from '../../proof/inOrder.ts';
import type { ProofPlan } from '../../proof/runStages.ts';
import { makeFinding } from '../../knowledge/makeFinding.ts';
import type { ResolvedLocal, ResolvedProfile } from '../resolvedProfile.ts';
import { arrivalParameters, arrivalTimeouts } from './arriveStage.ts';
import { createCaptureStages, type StoreMessage } from './captureStages.ts';
import type { TokenService } from '../../oauth/tokenService.ts';
import type { ConnectionLimit } from './connectionLimit.ts';
import { createCredentialMask } from './credentialMask.ts';
import { createErrorExplainer } from './explainError.ts';
import { tokenPeerParameters, tokenStages, withTokenErrors } from './oauth/explainTokenError.ts';
import type { TokenHolder } from './oauth/tokenSession.ts';
import { withFormChanges } from './formChanges.ts';
import { planOutlook } from './outlook/outlookPlan.ts';
import { createPickupStages, type PickupFiles } from './pickupStages.ts';
import { deliveryParameters, type SmtpDelivery } from './smtpDelivery.ts';
import { SmtpSession } from './smtpSession.ts';
import type { SmtpContext } from './smtpStage.ts';
import { createSmtpStages } from './smtpStages.ts';
import { planWeb } from './web/webPlan.ts';

/** What messages are handed over with. */
export type DeliveryParts = {
  /** Keeps a message in the built-in mailbox. */
  storeMessage: StoreMessage;
  files: PickupFiles;
  trustStore: TrustStore;
  /** This machine's own name, for EHLO. */
  machineName: string;
  /** The same one for everything that this program sends. */
  connections: ConnectionLimit;
  tokens: Pick<TokenService, 'findEndpoints' | 'getToken'>;
  /** Whose tokens the program's own mails go with. */
  ownTokenHolder: () => Promise<TokenHolder>;
  findProxy: FindProxy;
  findTicket: FindTicket;
  /** With what the Outlook of this machine is driven. */
  outlook: OutlookParts;
  now: () => Date;
  log: ProblemLog;
};

/** One message on its way, whatever kind of profile it goes with. */
export type Delivery = Omit<SmtpDelivery, 'values'> & {
  values: ResolvedProfile;
  /** Whether a service that could refuse for several reasons is asked before, as a proof does; a mail of the program just goes. */
  asksFirst: boolean;
};

/** How it is handed over: the part of a proof's plan that depends on the kind of profile. */
export type DeliveryPlan = Pick<ProofPlan, 'stageNames' | 'course' | 'close' | 'explain' | 'mask'>;

type UnmaskedPlan = Omit<DeliveryPlan, 'mask'>;
/** Is told of bugs. */
type Report = (stage: StageName, error: unknown) => void;

/** How a message is handed to an SMTP server. `hide` is told each secret that is sent. */
export type PlanSmtp = (
  delivery: SmtpDelivery,
  parts: DeliveryParts,
  told: { report: Report; hide: (token: string) => void },
) => UnmaskedPlan;

/** What the stages of an SMTP delivery know from the start. */
export const smtpContext = (delivery: SmtpDelivery, parts: DeliveryParts): SmtpContext => {
  const { trustStore, now, machineName, connections, tokens, findProxy, findTicket } = parts;
  return { delivery, trustStore, now, machineName, connections, tokens, findProxy, findTicket };
};

/** Explains the errors of the stages that work with a session. */
export const smtpExplainer = (
  delivery: SmtpDelivery,
  session: SmtpSession,
  report: Report,
): ProofPlan['explain'] => {
  const parameters = deliveryParameters(delivery);
  const { arrival } = delivery.values;
  const explain = createErrorExplainer({
    parametersOf: (stage) => {
      if (tokenStages.includes(stage)) return tokenPeerParameters(session.tokens);
      return stage === 'arrive' && arrival ? arrivalParameters(arrival) : parameters;
    },
    timeoutCode: (stage) => {
      if (stage === 'arrive') return arrivalTimeouts[session.arrivalWait];
      return session.isWaitingForPlace ? 'connectionsInUse' : null;
    },
    unreadWords: (stage) => (stage === 'arrive' ? '' : session.unread),
    report,
  });
  return withTokenErrors(session.tokens, (stage, error, evidence) => {
    // What would change the relay is no answer to the provider of tokens.
    if (tokenStages.includes(stage)) return explain(stage, error, evidence);
    // Before encryption is asked for, `secure` speaks the same plain dialogue as `identify`.
    const standing = stage === 'secure' && !session.isSecuring ? 'identify' : stage;
    const finding = explain(standing, error, evidence);
    // What would change the relay is no answer to the mailbox's server.
    if (stage === 'arrive') return finding;
    // After STARTTLS the port did begin in plain text: what came then was no TLS for another reason.
    const isOther = finding.code === 'tlsOnPlainPort' && delivery.values.encryption !== 'tls';
    const found = isOther ? makeFinding('tlsHandshakeFailed', parameters) : finding;
    return withFormChanges(found, delivery, session.seen);
  });
};

/** Over a connection of its own, as every proof. */
const planConnection: PlanSmtp = (delivery, parts, { report, hide }) => {
  const session = new SmtpSession(hide);
  return {
    ...inOrder(createSmtpStages(smtpContext(delivery, parts), session)),
    close: session.close,
    explain: smtpExplainer(delivery, session, report),
  };
};

type LocalDelivery = Omit<Delivery, 'values'> & { values: ResolvedLocal };

const planLocal = (delivery: LocalDelivery, parts: DeliveryParts, report: Report): UnmaskedPlan => {
  const { values, recipients, compose } = delivery;
  const envelope = { from: values.from.address, to: [...recipients] };
  const shared = { envelope, compose, timeoutMs: defaultTimeoutMs };
  const parameters = values.kind === 'pickup' ? { folder: values.folder } : {};
  return {
    ...inOrder(
      values.kind === 'pickup'
        ? createPickupStages({ ...shared, folder: values.folder, files: parts.files })
        : createCaptureStages({ ...shared, store: parts.storeMessage }),
    ),
    close: () => undefined,
    explain: createErrorExplainer({ parametersOf: () => parameters, report }),
  };
};

/** Plans how a message is handed over: which stages there are, what they share, how their errors are explained. */
export const createDeliveryPlanner =
  (parts: DeliveryParts, planSmtp: PlanSmtp = planConnection) =>
  (delivery: Delivery): DeliveryPlan => {
    const { values } = delivery;
    const { mask, hide } = createCredentialMask(values);
    const report: Report = (stage, error) => parts.log.error('proof.stageBroke', { stage, error });
    const plan = (): UnmaskedPlan => {
      switch (values.kind) {
        case 'smtp':
          return planSmtp({ ...delivery, values }, parts, { report, hide });
        case 'microsoft365':
        case 'exchange':
          return planWeb({ ...delivery, values }, parts, { report, hide });
        case 'outlook':
          return planOutlook({ ...delivery, values }, parts.outlook, report);
        default:
          return planLocal({ ...delivery, values }, parts, report);
      }
    };
    return { ...plan(), mask };
  };
