import type { Finding } from '../../../../contract/proof/finding.ts';
import type { FindTicket } from '../../../../protocols/kerberos/listTickets.ts';
import type { FindProxy } from '../../../../protocols/net/systemProxy.ts';
import type { TrustStore } from '../../../../protocols/tls/trustStore.ts';
import type { FindingCode } from '../../../knowledge/findingTable.ts';
import { makeFinding } from '../../../knowledge/makeFinding.ts';
import type { StageWork } from '../../../proof/stage.ts';
import { graphHostOf } from '../../profileTarget.ts';
import type { ResolvedExchange, ResolvedMicrosoft365 } from '../../resolvedProfile.ts';
import { accountOf } from '../../resolvedProfile.ts';
import type { Delivery } from '../deliveryPlan.ts';
import { atKnownProvider } from '../knownProvider.ts';
import { proxyParameters } from '../proxyWay.ts';
import type { TokenContext } from '../oauth/tokenSession.ts';
import type { WebSession } from './webSession.ts';

/** A message on its way through a web service. */
export type WebDelivery<Values = ResolvedExchange | ResolvedMicrosoft365> = Omit<Delivery, 'values'> & {
  values: Values;
};

/** What the stages of such a proof know from the start. */
export type WebContext<Values = ResolvedExchange | ResolvedMicrosoft365> = {
  delivery: WebDelivery<Values>;
  trustStore: TrustStore;
  findProxy: FindProxy;
  findTicket: FindTicket;
  tokens: TokenContext;
  now: () => Date;
};

export type WebWork = StageWork & { state: WebSession };
export type RunWebStage<Values = ResolvedExchange | ResolvedMicrosoft365> = (
  work: WebWork,
  context: WebContext<Values>,
) => Promise<Finding | null>;

/** The address that is spoken to: of EWS, or of Microsoft Graph in the cloud of the application. */
export const urlOf = (values: ResolvedExchange | ResolvedMicrosoft365): URL =>
  new URL(
    values.kind === 'exchange'
      ? values.url
      : `https://${graphHostOf(values.authentication.client.place)}/v1.0/`,
  );

/** Its host as one connects to it, without brackets, and its port. */
export const serverOf = (url: URL): { host: string; port: number } => ({
  host: url.hostname.replace(/^\[|\]$/g, ''),
  port: url.port === '' ? 443 : Number(url.port),
});

/** What the texts of findings may name. */
export const webParameters = ({ values, recipients }: WebDelivery): Record<string, string> => {
  const url = urlOf(values);
  const { host, port } = serverOf(url);
  const userName = accountOf(values.authentication);
  return {
    ...{ host, port: String(port), url: values.kind === 'exchange' ? values.url : url.origin },
    ...{ sender: values.from.address, recipient: recipients.join(', ') },
    ...(userName === '' ? {} : { userName, mailbox: userName }),
    ...(values.authentication.mode === 'oauth2'
      ? { applicationId: values.authentication.client.clientId }
      : {}),
  };
};

/** What the texts of the network's findings name in place of the server: the proxy, where one leads to it. */
export const peerParameters = ({ way: { proxy } }: Pick<WebSession, 'way'>): Record<string, string> =>
  proxy === null ? {} : proxyParameters(proxy);

/** A finding of such a stage. */
export const webFinding = (
  { delivery }: WebContext,
  code: FindingCode,
  parameters: Record<string, string> = {},
): Finding => atKnownProvider(makeFinding(code, { ...webParameters(delivery), ...parameters }));
