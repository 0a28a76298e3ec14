import { resolveHost } from '../../../../protocols/dns/resolveHost.ts';
import { openHttpConnection } from '../../../../protocols/http/httpConnection.ts';
import { connectInOrder } from '../../../../protocols/net/connectInOrder.ts';
import { openTunnel, ProxyRefusal, type ProxyServer } from '../../../../protocols/net/proxyTunnel.ts';
import { ProxyUnreached } from '../../../../protocols/net/proxyUnreached.ts';
import { secureSocket } from '../../../../protocols/tls/secureSocket.ts';
import { judgeServer } from '../../../proof/judgeServer.ts';
import { StageFailure } from '../../../proof/stage.ts';
import { proxyParameters, withIgnoredProxy, writeWay } from '../proxyWay.ts';
import {
  type RunWebStage,
  serverOf,
  urlOf,
  type WebContext,
  webFinding,
  webParameters,
  type WebWork,
} from './webStage.ts';

/** Names the proxy, where there is one, as the one that was not reached. */
const ofProxy = (proxy: ProxyServer | null, signal: AbortSignal) => (error: unknown) => {
  throw proxy === null || signal.aborted ? error : new ProxyUnreached(proxy, error);
};

/** Finds the addresses of the server, or of the proxy that leads to it. */
export const runResolve: RunWebStage = async ({ state, evidence, signal }, context) => {
  const url = urlOf(context.delivery.values);
  const { host } = serverOf(url);
  evidence.fact('host', host);
  state.way = await context.findProxy(url);
  writeWay(state.way, evidence);
  const { proxy } = state.way;
  const { addresses, resolvers } = await resolveHost(proxy?.host ?? host).catch(ofProxy(proxy, signal));
  if (resolvers.length > 0) evidence.fact('resolver', resolvers);
  if (addresses.length === 0 && proxy !== null)
    return webFinding(context, 'proxyNotFound', proxyParameters(proxy));
  if (addresses.length === 0) return withIgnoredProxy(webFinding(context, 'hostHasNoAddress'), state.way);
  evidence.fact('addresses', addresses);
  state.addresses = addresses;
  return null;
};

const throughProxy = async (proxy: ProxyServer, work: WebWork, context: WebContext): Promise<void> => {
  const { state, evidence, signal, transcript } = work;
  const target = serverOf(urlOf(context.delivery.values));
  transcript.client(`CONNECT ${target.host}:${target.port}`);
  try {
    await openTunnel(state.socket, { target, proxy, signal });
    transcript.server('200');
  } catch (error) {
    if (!(error instanceof ProxyRefusal)) return ofProxy(proxy, signal)(error);
    const { status: code, words: text } = error;
    transcript.server(`${code} ${text}`);
    evidence.reply({ command: 'CONNECT', code, enhanced: null, text });
    throw new StageFailure(
      webFinding(context, error.code === 'EPROXYAUTH' ? 'proxySignInNeeded' : 'proxyRefused', {
        proxy: error.proxy,
      }),
    );
  }
};

/** Opens the TCP connection, through the proxy where there is one. */
export const runConnect: RunWebStage = async (work, context) => {
  const { state, evidence, signal, transcript } = work;
  const server = serverOf(urlOf(context.delivery.values));
  const { proxy } = state.way;
  const port = proxy?.port ?? server.port;
  evidence.fact('port', server.port);
  const { socket, address } = await connectInOrder({ addresses: state.addresses, port }, signal).catch(
    ofProxy(proxy, signal),
  );
  state.socket = socket;
  evidence.fact('address', address);
  if (socket.localAddress !== undefined) evidence.fact('localAddress', socket.localAddress);
  transcript.note(`${socket.localAddress ?? ''} → ${address} ${port}`);
  if (proxy !== null) await throughProxy(proxy, work, context);
  return null;
};

/** Makes the handshake and judges the certificate; nothing is sent to a server whose certificate is not right. */
export const runSecure: RunWebStage = async ({ state, evidence, transcript, signal }, context) => {
  const { trust } = context.delivery.values;
  const url = urlOf(context.delivery.values);
  const { host } = serverOf(url);
  const anchors = context.trustStore.anchorsOf(trust);
  const secured = await secureSocket(state.socket, { host, anchors, signal });
  state.socket = secured;
  const finding = judgeServer(secured, {
    ...{ host, anchors, parameters: webParameters(context.delivery), evidence, transcript },
    now: context.now(),
  });
  if (finding?.severity === 'error') return finding;
  state.connection = openHttpConnection(secured, { host: url.host });
  return finding;
};

/**
 * Sees to it that there is a connection: a second one, made and judged as the first, where the server closed that one
 * behind its answer. True: it is a new one.
 */
export const keepConnected: (...stage: Parameters<RunWebStage>) => Promise<boolean> = async (
  work,
  context,
) => {
  const { state, transcript } = work;
  if (state.connection.isOpen()) return false;
  transcript.note('↻ TCP');
  state.connection.close();
  await runConnect(work, context);
  const finding = await runSecure(work, context);
  if (finding?.severity === 'error') throw new StageFailure(finding);
  return true;
};
