import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { fail } from '../../contract/failures.ts';
import { toCheckedText } from '../files/checkedText.ts';
import { makeDirectories } from '../files/makeDirectories.ts';
import { renameIntoPlace } from '../files/renameIntoPlace.ts';
import { systemCodeOf } from '../files/storageFailure.ts';
import { ownerOnly } from '../files/writeAtomically.ts';
import { parseSettingsText, type StoredContent } from './settingsCodec.ts';
import { SettingsFault } from './settingsFault.ts';

/** What this program uses of `conf`; `electron-store` is a subclass that names the file by `name`. */
export type StoreOptions = {
  cwd: string;
  name: string;
  configName: string;
  configFileMode: number;
  serialize: (content: Record<string, unknown>) => string;
  deserialize: (text: string) => Record<string, unknown>;
};
/** `Conf` or `ElectronStore`: both read and write the same file. */
export type StoreConstructor = new (options: StoreOptions) => { store: Record<string, unknown> };

export type SettingsFile = {
  file: string;
  /** What the file holds now; null when there is none. Throws SettingsFault. */
  read(): StoredContent | null;
  /**
   * Writes this content beside the file in force, whole and synced, and gives what puts it in its place in one step.
   * Both throw the system's error or STORAGE_FAILED; the old content is then still there.
   */
  stage(content: StoredContent): Promise<() => Promise<void>>;
};

const name = 'settings';
const fileName = `${name}.json`;

/** Where a settings file lies until it is complete. */
export const stagingDirectory = (directory: string): string => path.join(directory, 'staging');

/**
 * Parsing costs more than reading, and conf reads twice to write once: the same text is parsed only once.
 * `{}` is what conf gives for a file that is not there, so a file that says so is refused.
 */
const createDeserializer = () => {
  let last: { text: string; content: StoredContent } | null = null;
  return (text: string): Record<string, unknown> => {
    if (last?.text !== text) last = { text, content: parseSettingsText(text) };
    if (Object.keys(last.content).length === 0) throw new SettingsFault('schema', 'schemaVersion');
    return { ...last.content };
  };
};

const toFault = (error: unknown): unknown => {
  const systemCode = systemCodeOf(error);
  return systemCode === null ? error : new SettingsFault('access', systemCode, error);
};

/** `settings.json` in this directory, through the given store class. */
export const createSettingsFile = (directory: string, Store: StoreConstructor): SettingsFile => {
  const file = path.join(directory, fileName);
  const staging = stagingDirectory(directory);
  const deserialize = createDeserializer();
  const open = (cwd: string, serialize: StoreOptions['serialize']) =>
    new Store({ cwd, name, configName: name, configFileMode: ownerOnly, serialize, deserialize });
  let inForce: InstanceType<StoreConstructor> | null = null;

  return {
    file,
    read: () => {
      try {
        inForce ??= open(directory, toCheckedText);
        const content = inForce.store;
        return Object.keys(content).length === 0 ? null : content;
      } catch (error) {
        throw toFault(error);
      }
    },
    /**
     * conf writes and syncs a file of its own, but takes a short write (a full disk) for a whole one. So it writes
     * into a directory beside, and only what reads back as intended takes the place of the file in force.
     */
    stage: async (content) => {
      const text = toCheckedText(content);
      const staged = path.join(staging, fileName);
      await makeDirectories([staging]);
      await rm(staged, { force: true });
      open(staging, () => text).store = { ...content };
      if ((await readFile(staged, 'utf8')) !== text)
        throw fail('STORAGE_FAILED', { systemCode: 'ENOSPC', file });
      return () => renameIntoPlace(staged, file);
    },
  };
};
