import path from 'node:path';
import { expect, it } from 'vitest';
import { pageSources } from '../../../renderer/shell/pages.ts';
import { sourceFiles } from './sourceFiles.ts';

const texts = new Map(sourceFiles('renderer/**/*.{ts,tsx}').map(({ name, text }) => [name, text]));

/** What is there as soon as the file is: not what is imported when it is first needed. */
const staticImports = /(?:^|\n)(?:import|export)\s(?!type\b)[^;'"]*?from\s*'(\.[^']+)'/g;
const translations = /useTranslation\(([^)]*)\)/g;

const namespacesOf = (file: string, seen = new Set<string>()): ReadonlySet<string> => {
  const text = texts.get(file);
  if (text === undefined || seen.has(file)) return new Set();
  seen.add(file);
  const own = [...text.matchAll(translations)].flatMap(([, names = '']) =>
    [...names.matchAll(/'(\w+)'/g)].map(([, name = '']) => name),
  );
  const imported = [...text.matchAll(staticImports)].flatMap(([, target = '']) => [
    ...namespacesOf(path.posix.join(path.posix.dirname(file), target), seen),
  ]);
  return new Set([...own, ...imported]);
};

/** Those of the shell are there from the start. */
const expected = (file: string): string[] => [...namespacesOf(file)].filter((name) => name !== 'shell');

const loads = /(\w+): \{\n\s*load: [^\n]*import\('\.\.\/([^']+)'\)/g;
const files = new Map(
  [...(texts.get('renderer/shell/pages.ts') ?? '').matchAll(loads)].map(([, area, file]) => [area, file]),
);

const sources = Object.entries(pageSources).map(([area, { texts: given }]) => ({
  ...{ area, given },
  file: `renderer/${files.get(area)}`,
}));

it.each(sources)('the page of $area comes with all its texts', ({ given, file }) => {
  const wanted = expected(file).filter((name) => name !== 'findings' || given.includes(name));
  expect(given.toSorted()).toEqual(wanted.toSorted());
});
