import { execFile, spawnSync } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DirectoryLab, startDirectoryLab } from '../../../lab/directory/directoryLab.ts';
import { ensureDirectoryServers } from '../../../lab/directory/directoryServers.ts';
import { type CuttableProxy, startCuttableProxy } from '../../../lab/faults/cuttableProxy.ts';
import { DirectoryReaders, labValues, realParts } from '../directoryReaders.ts';
import type { CutOutcome } from './signInWithoutNetwork.ts';
import { unreachableFinding } from './unreachableFinding.ts';

const availability = await ensureDirectoryServers();
const { signal } = new AbortController();

describe.skipIf(!availability.available)('a network that fails while somebody signs in', () => {
  let lab: DirectoryLab;
  let network: CuttableProxy;
  const readers = new DirectoryReaders();
  const parts = realParts();

  beforeAll(async () => {
    lab = await startDirectoryLab();
    const [controller] = lab.controllers;
    network = await startCuttableProxy({
      address: lab.unusedAddress(150),
      target: controller.address,
      ports: [389, 636],
    });
    lab.dns.announce(lab.domain, [{ name: controller.name, address: network.address }]);
  });
  afterAll(async () => {
    expect(readers.unforeseen).toEqual([]);
    readers.close();
    await network.close();
    await lab.stop();
  });

  /** Signs in while `fail` is done at the answer of this number. @returns the finding, or null: it was over before. */
  const signInUntil = async (number: number, fail: () => void): Promise<string | null> => {
    let answers = 0;
    network.onAnswer = () => {
      answers += 1;
      if (answers === number) fail();
    };
    const { reader } = readers.open(labValues(lab, { timeoutMs: 500 }), parts);
    const { name, password } = lab.users.alice;
    try {
      return await unreachableFinding(reader.signIn({ name, password }, signal));
    } finally {
      network.onAnswer = () => undefined;
      network.release();
      network.cut();
    }
  };

  it.each([
    ['is pulled', () => network.hold()],
    ['is cut', () => network.cut()],
  ])('says so, at whatever moment it %s', async (_, fail) => {
    const findings: string[] = [];
    for (let number = 1; ; number += 1) {
      const finding = await signInUntil(number, fail);
      if (finding === null) break;
      findings.push(finding);
    }
    expect(findings.length).toBeGreaterThan(2);
    expect(findings).not.toContain('unknownFailure');
  });
});

const program = path.join(import.meta.dirname, 'signInWithoutNetwork.ts');
const hasNamespaces =
  process.platform === 'linux' &&
  spawnSync('unshare', ['--net', 'ip', 'link', 'set', 'lo', 'up']).status === 0;

describe.runIf(hasNamespaces)('a network that is gone, in a namespace of its own', () => {
  it('during the bind: the directory cannot be reached, in time, after one bind on one controller', async () => {
    const { stdout } = await promisify(execFile)('unshare', ['--net', process.execPath, program]);
    expect(JSON.parse(stdout) as CutOutcome).toEqual({
      ...{ finding: 'ldapTimedOut', isInTime: true, passwordBinds: 1, unforeseen: 0 },
    });
  });
});
