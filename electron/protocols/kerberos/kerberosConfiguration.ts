import path from 'node:path';

/** Reads of the system's files; null: it is not there. */
export type SystemFiles = {
  readText(file: string): Promise<string | null>;
  list(folder: string): Promise<string[] | null>;
  exists(file: string): Promise<boolean>;
};

export type KerberosConfiguration = {
  defaultRealm: string | null;
  /** The files that were there and read. */
  files: string[];
};

export type ConfigurationParts = {
  platform: NodeJS.Platform;
  environment: NodeJS.ProcessEnv;
  files: SystemFiles;
};

const linuxFiles = ['/etc/krb5.conf'];
const macFiles = [...linuxFiles, '/Library/Preferences/edu.mit.Kerberos'];
/** Files that include each other have an end. */
const maximumDepth = 5;
const includedName = /^(?:[\w-]+|[^.].*\.conf)$/;

type Line = { file: string; text: string };

const configuredFiles = ({ platform, environment }: ConfigurationParts): string[] => {
  const named = environment['KRB5_CONFIG']?.split(':').filter(Boolean) ?? [];
  if (named.length > 0) return named;
  return platform === 'darwin' ? macFiles : linuxFiles;
};

const filesOfFolder = async (folder: string, files: SystemFiles): Promise<string[]> =>
  ((await files.list(folder)) ?? [])
    .filter((name) => includedName.test(name))
    .toSorted()
    .map((name) => path.posix.join(folder, name));

/** A directory is named in KRB5_CONFIG as it is behind `includedir`. */
const readLines = async (file: string, files: SystemFiles, depth = 0): Promise<Line[]> => {
  if (depth > maximumDepth) return [];
  const text = await files.readText(file);
  if (text === null) {
    const inside = await filesOfFolder(file, files);
    return (await Promise.all(inside.map((one) => readLines(one, files, depth + 1)))).flat();
  }
  const lines = text.split(/\r?\n/).map(async (line): Promise<Line[]> => {
    const [, target] = /^include(?:dir)?\s+(\S.*)$/.exec(line.trimEnd()) ?? [];
    return target === undefined ? [{ file, text: line }] : readLines(target, files, depth + 1);
  });
  return (await Promise.all(lines)).flat();
};

/** The first relation of this name in [libdefaults] that stands in no subsection. */
const valueOf = (lines: readonly Line[], name: string): string | null => {
  let [section, depth] = ['', 0];
  for (const { text } of lines) {
    const line = text.trim();
    const [, heading] = /^\[(.+?)\]/.exec(line) ?? [];
    const [, key, value] = /^([^#;=\s][^=]*?)\s*=\s*(.*)$/.exec(line) ?? [];
    if (heading !== undefined) [section, depth] = [heading, 0];
    else if (line.startsWith('}')) depth = Math.max(0, depth - 1);
    else if (value?.startsWith('{')) depth += 1;
    else if (section === 'libdefaults' && depth === 0 && key === name) return value ?? null;
  }
  return null;
};

/**
 * The default realm of Kerberos on Linux and macOS (krb5.conf of MIT and Heimdal): the files of KRB5_CONFIG, else those
 * of the system, with what they include. Windows has none of them: there the domain is the realm. Throws the system's
 * errors for files that are there and cannot be read.
 */
export const readKerberosConfiguration = async (
  parts: ConfigurationParts,
): Promise<KerberosConfiguration> => {
  if (parts.platform === 'win32') return { defaultRealm: null, files: [] };
  const read = configuredFiles(parts).map((file) => readLines(file, parts.files));
  const lines = (await Promise.all(read)).flat();
  return {
    defaultRealm: valueOf(lines, 'default_realm'),
    files: [...new Set(lines.map(({ file }) => file))],
  };
};
