import { describe, expect, it } from 'vitest';
import type { PersonNeeded, ProofEvent, StageResult } from '../../../../electron/contract/proof/proof.ts';
import type { Invocation } from '../../../../electron/hosts/cli/command.ts';
import { printProof } from '../../../../electron/hosts/cli/printProof.ts';
import { proofOutput } from '../../../../electron/hosts/cli/proofOutput.ts';
import { makeFinding } from '../../../../electron/services/knowledge/makeFinding.ts';

const request: PersonNeeded = {
  way: 'deviceCode',
  url: 'https://microsoft.com/devicelogin',
  userCode: 'ABCD-EFGH',
  expiresAt: '2026-11-22T08:15:00.000Z',
};

async function* asking(): AsyncGenerator<ProofEvent, void, void> {
  yield { type: 'personNeeded', stage: 'token', request };
}

const print = async (options: readonly ['json', string][], events = asking()): Promise<string[]> => {
  const lines: string[] = [];
  const terminal = { print: (line: string) => void lines.push(line) };
  const invocation: Pick<Invocation, 'options' | 'language'> = { options: new Map(options), language: 'en' };
  await printProof(events, await proofOutput({ ...invocation, terminal } as unknown as Invocation));
  return lines;
};

async function* failing(): AsyncGenerator<ProofEvent, void, void> {
  const proxyIgnored = 'AutoConfigURL=http://wpad/wpad.dat';
  const finding = makeFinding('connectionTimedOut', { host: 'mail.example', port: '443', proxyIgnored });
  const evidence = { replies: [], facts: {}, certificates: [] };
  const result: StageResult = { stage: 'connect', status: 'failed', durationMs: 1, evidence, finding };
  yield { type: 'stageFinished', result };
}

it('puts everything that was found at one margin, also what the remedy says in a second line', async () => {
  const [, ...found] = (await print([], failing())).join('\n').split('\n');
  expect(found.find((line) => line.includes('wpad.dat'))).toBeDefined();
  expect(found.filter((line) => !/^ {4}\S/.test(line))).toEqual([]);
});

describe('what only a person can do', () => {
  it('is written with the address and the code', async () => {
    const text = (await print([])).join('\n');
    expect(text).toContain('https://microsoft.com/devicelogin');
    expect(text).toContain('ABCD-EFGH');
  });

  it('is an object of its own for a program', async () => {
    const [line = ''] = await print([['json', '']]);
    expect(JSON.parse(line)).toEqual({ stage: 'token', personNeeded: request });
  });
});
