import type { Evidence, FactName } from '../../../../electron/contract/proof/evidence.ts';
import type { StageName } from '../../../../electron/contract/proof/proof.ts';
import type { ProofRun } from '../../proof/proofRun.ts';
import { linesOf } from '../../proof/stageState.ts';

export const portStates = ['open', 'refused', 'timedOut', 'unreachable'] as const;
export type PortState = (typeof portStates)[number];

const policyWords = ['required', 'notRequired', 'notTold'] as const;
export type PolicyWord = (typeof policyWords)[number];

/** What a proof measured of one domain controller; null: not measured. */
export type ControllerRow = {
  controller: string;
  /** `isNeeded`: without it nothing of what is set here works. */
  ports: readonly { port: number; state: PortState; isNeeded: boolean }[];
  /** How far its clock is ahead of ours: that of its directory or of Kerberos, whichever is further off. */
  skewSeconds: number | null;
  signing: PolicyWord | null;
  channelBinding: PolicyWord | null;
};

type Facts = Evidence['facts'];

const listOf = (value: Facts[FactName]): readonly string[] =>
  value === undefined ? [] : [value].flat().map(String);

/** `636 open`, as the stage `ports` writes it down. */
const portOf = (text: string, needed: readonly string[] | null): ControllerRow['ports'] => {
  const [port = '', word = ''] = text.split(' ');
  const state = portStates.find((known) => known === word);
  return state ? [{ port: Number(port), state, isNeeded: needed?.includes(port) ?? true }] : [];
};

const policyOf = (value: Facts[FactName]): PolicyWord | null =>
  policyWords.find((known) => known === value) ?? null;

const largerSkew = ({ clockSkewSeconds, kerberosSkewSeconds }: Facts): number | null =>
  [clockSkewSeconds, kerberosSkewSeconds]
    .filter((skew) => typeof skew === 'number')
    .toSorted((one, other) => Math.abs(other) - Math.abs(one))[0] ?? null;

/** One row for each controller that the proof spoke of, in the order of its lines. */
export const controllerRows = ({ stages }: Pick<ProofRun, 'stages'>): ControllerRow[] => {
  const lines = stages.flatMap(linesOf);
  const factsOf = (stage: StageName, host: string): Facts =>
    lines.find((line) => line.stage === stage && line.controller === host)?.result?.evidence.facts ?? {};
  /** Of closed ports, those that failed the stage; null: all of them did. */
  const neededOf = (host: string): readonly string[] | null => {
    const result = lines.find((line) => line.stage === 'ports' && line.controller === host)?.result;
    if (result?.status !== 'failed') return [];
    return result.finding?.parameters['ports']?.split(', ') ?? null;
  };
  const hosts = new Set(lines.flatMap(({ controller }) => controller ?? []));
  return [...hosts].map((controller) => {
    const policy = factsOf('policy', controller);
    return {
      controller,
      ports: listOf(factsOf('ports', controller).portStates).flatMap((text) =>
        portOf(text, neededOf(controller)),
      ),
      skewSeconds: largerSkew(factsOf('clock', controller)),
      signing: policyOf(policy.signing),
      channelBinding: policyOf(policy.channelBinding),
    };
  });
};
