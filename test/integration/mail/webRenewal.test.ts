import { expect, it } from 'vitest';
import { createMailProver } from '../../../electron/services/mail/proof/mailProver.ts';
import { createProofLog } from '../../../electron/services/proof/proofLog.ts';
import type { VerifyToken } from '../../lab/microsoft/accessToken.ts';
import { parts, seeProof } from './proofLab.ts';
import { hosts, prepareWebProofs, tokenSignIn } from './webProofLab.ts';

const lab = prepareWebProofs();

/** Takes the tokens that were not revoked. */
const revocable = () => {
  const seen = new Set<string>();
  const revoked = new Set<string>();
  const verify: VerifyToken = async (token) => {
    seen.add(token);
    if (revoked.has(token)) throw new Error('It was revoked.');
    return lab.verify(token);
  };
  const revoke = (): void => {
    for (const token of seen) revoked.add(token);
  };
  return { verify, revoke, seen };
};

it.each(['graph', 'exchange'] as const)('renews a kept token once that %s refuses', async (kind) => {
  const { verify, revoke, seen } = revocable();
  const server = await lab[kind]({ verify });
  const proxy = await lab.proxy({ [hosts[kind]]: server.port });
  const { fingerprint } = parts;
  const run = createMailProver({ ...lab.deliveryBehind(proxy), fingerprint, proofLog: createProofLog() });
  const values = kind === 'graph' ? lab.graphValues() : lab.exchangeValues({ authentication: tokenSignIn });
  expect((await seeProof(values, { run })).failed).toBeUndefined();
  revoke();
  expect((await seeProof(values, { run })).failed).toBeUndefined();
  expect(seen.size).toBe(2);
  expect(server.taken).toHaveLength(2);
});

it('proves Exchange that closes the connection behind every answer', async () => {
  const exchange = await lab.exchange({ closes: true });
  const proxy = await lab.proxy({ [hosts.exchange]: exchange.port });
  expect((await lab.prove(lab.exchangeValues(), proxy)).failed).toBeUndefined();
  expect(exchange.taken).toHaveLength(1);
  expect(new Set(exchange.received.map(({ connection }) => connection)).size).toBe(3);
});
