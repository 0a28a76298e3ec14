import path from 'node:path';
import { expect, it } from 'vitest';
import { sourceFiles } from './sourceFiles.ts';

const keysIn = (value: unknown, prefix: string): string[] =>
  typeof value === 'string'
    ? [prefix.replace(/_(?:zero|one|two|few|many|other|detailed)$/, '')]
    : Object.entries(value ?? {}).flatMap(([key, inner]) => keysIn(inner, prefix ? `${prefix}.${key}` : key));

const texts = new Map(
  sourceFiles('electron/locales/en/*.json').map(({ name, text }) => [
    path.basename(name, '.json'),
    keysIn(JSON.parse(text), ''),
  ]),
);

/** What is put in stands for one part of a name or more. */
const patternOf = (key: string): RegExp =>
  new RegExp(
    `^${key
      .split(/\$\{[^}]*\}/)
      .map((part) => part.replaceAll('.', '\\.'))
      .join('[\\w.-]+')}$`,
  );

const calls = /\bt\(\s*(?:'((?:\w+:)?[\w.-]+)'|`((?:[\w:.-]|\$\{[^}`]*\})+)`)/g;

/** The namespaces of a file; none where they are given to it. */
const namespacesOf = (text: string): string[] =>
  [...text.matchAll(/useTranslation\(([^)]*)\)/g)].flatMap(([, names = '']) =>
    names === '' ? ['shell'] : [...names.matchAll(/'(\w+)'/g)].map(([, name = '']) => name),
  );

/** A namespace that is put in, too. */
const anyNamespace = /^\$\{[^}]*\}:/;

/** Names of texts that a file asks for, and that none of its namespaces has. */
const missingIn = (text: string): string[] => {
  const own = namespacesOf(text);
  const isMissing = (name: string): boolean => {
    const [, namespace, key = ''] = /^(?:(\w+):)?(.*)$/.exec(name) ?? [];
    const pattern = patternOf(key);
    const from = namespace === undefined ? own : [namespace];
    return from.length > 0 && !from.some((one) => texts.get(one)?.some((known) => pattern.test(known)));
  };
  return [...text.matchAll(calls)]
    .map(([, plain, template]) => plain ?? template ?? '')
    .filter((name) => !anyNamespace.test(name) && isMissing(name));
};

it('a component finds every text that it names in the namespaces that it names', () => {
  const missing = sourceFiles('renderer/**/*.tsx', 'renderer/**/*.ts').flatMap(({ name, text }) =>
    missingIn(text).map((key) => `${name}: ${key}`),
  );
  expect(missing).toEqual([]);
});
