import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  createProofRecordStore,
  type NotedProof,
  type ProofRecordStore,
} from '../../../../electron/stores/proof/proofRecordStore.ts';

const id = '00000000-0000-4000-8000-000000000001';
const record: NotedProof['record'] = {
  at: '2026-11-20T14:02:00.000Z',
  by: 'anna',
  outcome: 'failed',
  fingerprint: 'f00d',
  stage: 'secure',
  findingCode: 'untrustedAuthority',
};

const proof: NotedProof = { subject: 'beef', record };

let directory = '';
let events: string[] = [];
let store: ProofRecordStore;

beforeEach(async () => {
  directory = path.join(await mkdtemp(path.join(os.tmpdir(), 'proofs-')), 'proofs');
  events = [];
  store = createProofRecordStore(directory, { error: (event) => void events.push(event) });
});

afterEach(() => rm(path.dirname(directory), { recursive: true, force: true }));

describe('the records of proofs', () => {
  it('hold the last one of each profile', async () => {
    expect(await store.read(id)).toBeNull();
    await store.write(id, { ...proof, subject: 'old' });
    await store.write(id, proof);
    expect(await store.read(id)).toEqual(proof);
    expect(await readdir(directory)).toEqual([`${id}.json`]);
  });

  it('go with their profile', async () => {
    await store.write(id, proof);
    await store.remove(id);
    await store.remove(id);
    expect(await store.read(id)).toBeNull();
    expect(events).toEqual([]);
  });

  it('clear away what a program left unfinished when it crashed', async () => {
    await store.write(id, proof);
    const unfinished = ['old', 'young'].map((name) => path.join(directory, `${id}.json.tmp-${name}`));
    for (const file of unfinished) await writeFile(file, 'x');
    const yesterday = Date.now() / 1_000 - 86_400;
    await utimes(`${path.join(directory, id)}.json.tmp-old`, yesterday, yesterday);
    const again = createProofRecordStore(directory, { error: (event) => void events.push(event) });
    expect(await again.read(id)).toEqual(proof);
    expect((await readdir(directory)).toSorted()).toEqual([`${id}.json`, `${id}.json.tmp-young`]);
    expect(events).toEqual([]);
  });

  it.each(['', '{"at":', '{"at":"yesterday"}', '[]'])('count as not there when damaged: %j', async (text) => {
    await store.write(id, proof);
    await writeFile(path.join(directory, `${id}.json`), text);
    expect(await store.read(id)).toBeNull();
    expect(events).toEqual(['proof.recordUnreadable']);
  });

  it('say so when they cannot be written', async () => {
    await writeFile(directory, 'a file in the way');
    await expect(store.write(id, proof)).rejects.toMatchObject({ code: 'STORAGE_FAILED' });
  });
});
