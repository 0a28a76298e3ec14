import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot, type SourceFile, sourceFiles } from './sourceFiles.ts';

type Room = { room: RegExp; may: readonly RegExp[]; because: string };

const contract = /^electron\/contract\//;
const locales = /^electron\/locales\//;
const concurrency = /^electron\/concurrency\//;
const masking = /^electron\/masking\//;
/** A package or a module of Node: no path of the project. */
const library = /^(?!electron\/|renderer\/|build\/|test\/)/;

/** What a file in a room may import: paths of the project, or names of packages. Every room that holds it counts. */
const rooms: readonly Room[] = [
  {
    room: contract,
    may: [contract, /^zod$/, /^@orpc\/contract$/],
    because: 'the contract is read by both sides and carries nothing with it',
  },
  {
    room: /^renderer\//,
    may: [
      /^renderer\//,
      contract,
      locales,
      /^(react|react-dom|zod|i18next|react-i18next|react-hook-form)(\/|$)/,
      /^@(fluentui|tanstack|hookform)\//,
      /^@orpc\/(client|contract)(\/|$)/,
    ],
    because: 'a page knows the contract and the texts, never what stands behind them',
  },
  {
    room: concurrency,
    may: [concurrency, contract, library],
    because: 'whatever works at the same time uses it, so it knows nobody',
  },
  {
    room: masking,
    may: [masking, library],
    because: 'whatever writes down uses it, so it knows nobody',
  },
  {
    room: /^electron\/protocols\//,
    may: [/^electron\/protocols\//, concurrency, masking, contract, library],
    because: 'a protocol knows neither services nor stores',
  },
  {
    room: /^electron\/stores\//,
    may: [/^electron\/stores\//, concurrency, masking, contract, library],
    because: 'a store knows neither services nor hosts',
  },
  {
    room: /^electron\/services\//,
    may: [/^electron\/(services|protocols|stores|concurrency|contract|locales)\//, library],
    because: 'a service does not know through which door it is called',
  },
  {
    room: /^electron\//,
    may: [/^electron\//, library],
    because: 'the program runs without its pages, its tools and its tests',
  },
];

/** Packages that only some files may import. */
const packages: readonly { name: RegExp; only: RegExp }[] = [
  {
    name: /^electron$/,
    only: /^electron\/(main\.ts|hosts\/desktop\/|preload\/|stores\/vault\/electronProtector\.ts)/,
  },
  { name: /^electron-store$/, only: /^electron\/main\.ts$/ },
  { name: /^ldapts$/, only: /^electron\/protocols\/ldap\// },
];

const importPattern =
  /(?:^|\n)\s*(?:import|export)\s[^;'"]*?from\s*'([^']+)'|import\(\s*'([^']+)'|(?:^|\n)import\s*'([^']+)'/g;

const importsOf = ({ name, text }: SourceFile): string[] =>
  [...text.matchAll(importPattern)]
    .map((match) => match[1] ?? match[2] ?? match[3] ?? '')
    .map((target) => (target.startsWith('.') ? path.posix.join(path.posix.dirname(name), target) : target));

const strayImports = ({ room, may }: Room, files: readonly SourceFile[]) =>
  files
    .filter(({ name }) => room.test(name))
    .flatMap((file) => importsOf(file).map((target) => ({ file: file.name, target })))
    .filter(({ target }) => !may.some((allowed) => allowed.test(target)));

const files = sourceFiles('electron/**/*.ts', 'renderer/**/*.{ts,tsx}');

describe('import rules', () => {
  it.each(rooms)('$room: $because', (room) => {
    expect(strayImports(room, files)).toEqual([]);
  });

  it.each([
    ['electron/contract/mail/address.ts', '../../protocols/dns/lookup.ts'],
    ['renderer/api/client.ts', '../../electron/services/mail/sendMessage.ts'],
    ['electron/concurrency/withinTime.ts', '../services/proof/stage.ts'],
    ['electron/masking/percentSpellings.ts', '../stores/vault/vault.ts'],
    ['electron/protocols/net/openSocket.ts', '../../services/knowledge/explain.ts'],
    ['electron/stores/vault/vault.ts', '../../services/knowledge/explain.ts'],
    ['electron/services/mail/sendMessage.ts', '../../hosts/log.ts'],
    ['electron/services/mail/sendMessage.ts', '../../../renderer/api/client.ts'],
    ['electron/hosts/log.ts', '../../test/lab/lab.ts'],
  ])('would find in %s an import of %s', (name, target) => {
    const file = { name, text: `import { something } from '${target}';` };
    expect(rooms.flatMap((room) => strayImports(room, [file]))).not.toEqual([]);
  });

  it.each(packages)('$name is imported only where it belongs', ({ name, only }) => {
    const wrong = files.filter(
      (file) => importsOf(file).some((target) => name.test(target)) && !only.test(file.name),
    );
    expect(wrong.map((file) => file.name)).toEqual([]);
  });

  it('finds imports at all', () => {
    expect(files.flatMap(importsOf).length).toBeGreaterThan(50);
  });
});

describe('the lock file', () => {
  it('names no host', () => {
    const lock = readFileSync(path.join(projectRoot, 'package-lock.json'), 'utf8');
    expect(lock).not.toContain('"resolved"');
  });
});
