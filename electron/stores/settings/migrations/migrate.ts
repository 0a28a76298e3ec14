import { SettingsFault } from '../settingsFault.ts';

type Content = Readonly<Record<string, unknown>>;

/** One step from a schema version to the next. Pure: the same content always gives the same result. */
export type Migration = {
  /** The version that it reads; it gives the one after. */
  from: number;
  apply: (content: Content) => Content;
};

const versionOf = ({ schemaVersion }: Content): number => {
  if (typeof schemaVersion === 'number' && Number.isInteger(schemaVersion)) return schemaVersion;
  throw new SettingsFault('schema', 'schemaVersion');
};

const applyStep = (content: Content, step: Migration): Content => {
  try {
    return { ...step.apply(content), schemaVersion: step.from + 1 };
  } catch (error) {
    throw new SettingsFault('migration', `${step.from} → ${step.from + 1}`, error);
  }
};

/**
 * Content of any older schema version as `target` has it; nothing is written. Throws SettingsFault: `newerVersion`
 * when a newer program wrote it, `migration` when a step is missing or fails.
 */
export const migrate = (content: Content, steps: readonly Migration[], target: number): Content => {
  const version = versionOf(content);
  if (version > target) throw new SettingsFault('newerVersion', String(version));
  if (version === target) return content;
  const step = steps.find(({ from }) => from === version);
  if (step === undefined) throw new SettingsFault('migration', `${version} → ${version + 1}`);
  return migrate(applyStep(content, step), steps, target);
};
