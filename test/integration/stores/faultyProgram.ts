import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { isFailure } from '../../../electron/contract/failures.ts';
import { endFaults, failFrom, type Fault } from './faultyFileSystem.ts';
import { saveNamed } from './saveNamed.ts';
import { openStores, savedProfile, secretPlace, type Stores } from './storeLab.ts';

/** One save during which one call of the file system, and all after it, failed. */
export type FaultResult = {
  fault: Fault;
  /** Which call, counted from 1, and its name; null: the save needs fewer calls. */
  at: number;
  call: string | null;
  /** `saved`, or the code of the refusal with the system's code and whether it names a file. */
  outcome: string;
  systemCode: string | null;
  namesFile: boolean;
  /** What is stored afterwards, as a program with a working disk finds it. */
  found: 'old' | 'new' | 'damaged';
  savesAgain: boolean;
};

const directory = mkdtempSync(path.join(os.tmpdir(), 'relay-console-'));
const prepared = path.join(directory, 'prepared');

const find = async (data: string): Promise<FaultResult['found']> => {
  const { settings, vault } = openStores(data);
  const saved = savedProfile(await settings.read());
  const { revisions, total } = await settings.listRevisions(0, 10);
  const { revision } = await settings.read();
  const secret = saved && (await vault.read(secretPlace(saved.record)));
  const isWhole =
    (await settings.health()).state === 'ready' &&
    secret === `secret of ${saved?.name}` &&
    revisions[0]?.revision === revision &&
    total === revision;
  if (!isWhole) return 'damaged';
  return saved?.name === 'old' ? 'old' : 'new';
};

type Ending = Pick<FaultResult, 'outcome' | 'systemCode' | 'namesFile'>;

const endingOf = (error: unknown): Ending => {
  if (!isFailure(error)) return { outcome: String(error), systemCode: null, namesFile: false };
  const { systemCode, file } = error.data as { systemCode?: string; file?: string };
  return {
    outcome: error.code,
    systemCode: systemCode ?? null,
    namesFile: file?.startsWith(directory) ?? false,
  };
};

const trySave = (stores: Stores): Promise<Ending> =>
  saveNamed(stores, 'new').then(() => ({ outcome: 'saved', systemCode: null, namesFile: false }), endingOf);

const run = async (at: number, fault: Fault): Promise<FaultResult> => {
  const data = path.join(directory, `${fault}-${at}`);
  cpSync(prepared, data, { recursive: true });
  const stores = openStores(data);
  await stores.settings.read();
  await stores.vault.protection();
  failFrom(at, fault);
  const ending = await trySave(stores);
  const call = endFaults();
  const found = await find(data);
  const savesAgain = await saveNamed(openStores(data), 'again').then(
    () => true,
    () => false,
  );
  rmSync(data, { recursive: true });
  return { fault, at, call, ...ending, found, savesAgain };
};

await saveNamed(openStores(prepared), 'old');
for (const fault of ['ENOSPC', 'EIO', 'EACCES', 'EROFS', 'short'] as const)
  for (let at = 1; ; at += 1) {
    const result = await run(at, fault);
    if (result.call === null) break;
    process.stdout.write(`${JSON.stringify(result)}\n`);
  }
rmSync(directory, { recursive: true });
