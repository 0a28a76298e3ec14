import { describe, expect, it } from 'vitest';
import type { PersonNeeded, ProofEvent } from '../../../../electron/contract/proof/proof.ts';
import type { Invocation } from '../../../../electron/hosts/cli/command.ts';
import { printProof } from '../../../../electron/hosts/cli/printProof.ts';
import { proofOutput } from '../../../../electron/hosts/cli/proofOutput.ts';

const request: PersonNeeded = {
  way: 'deviceCode',
  url: 'https://microsoft.com/devicelogin',
  userCode: 'ABCD-EFGH',
  expiresAt: '2026-11-22T08:15:00.000Z',
};

async function* asking(): AsyncGenerator<ProofEvent, void, void> {
  yield { type: 'personNeeded', stage: 'token', request };
}

const print = async (options: readonly ['json', string][]): Promise<string[]> => {
  const lines: string[] = [];
  const terminal = { print: (line: string) => void lines.push(line) };
  const invocation: Pick<Invocation, 'options' | 'language'> = { options: new Map(options), language: 'en' };
  await printProof(asking(), await proofOutput({ ...invocation, terminal } as unknown as Invocation));
  return lines;
};

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
