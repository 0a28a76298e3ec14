import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { languages } from '../../../electron/contract/languages.ts';
import { sourceFiles } from './sourceFiles.ts';

type Texts = Map<string, string>;

const flatten = (value: unknown, prefix: string, into: Texts): Texts => {
  if (typeof value === 'string') return into.set(prefix, value);
  for (const [key, inner] of Object.entries(value ?? {}))
    flatten(inner, prefix ? `${prefix}.${key}` : key, into);
  return into;
};

const namespaces = (language: string): Map<string, Texts> =>
  new Map(
    sourceFiles(`electron/locales/${language}/*.json`).map(({ name, text }) => [
      path.basename(name, '.json'),
      flatten(JSON.parse(text), '', new Map()),
    ]),
  );

const english = namespaces('en');
const parametersOf = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{\{-?\s*(\w+)/g)].map((match) => match[1] ?? ''))].sort();

/** Turns a template literal such as `stages.${name}` into a pattern for the keys that it can name. */
const keyPattern = (literal: string): RegExp =>
  new RegExp(
    `^${literal
      .replace(/^\w+:/, '')
      .split(/\$\{[^}]*\}/)
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('[\\w-]+(?:\\.[\\w-]+)*')}$`,
  );

const code = sourceFiles('electron/**/*.ts', 'renderer/**/*.{ts,tsx}')
  .map(({ text }) => text)
  .join('\n');
const plainLiterals = new Set(
  [...code.matchAll(/'([\w:.-]+)'|"([\w:.-]+)"/g)].map((match) =>
    (match[1] ?? match[2] ?? '').replace(/^\w+:/, ''),
  ),
);
const templates = [...code.matchAll(/`((?:[\w:.-]|\$\{[^}`]*\})+)`/g)]
  .map((match) => match[1] ?? '')
  .filter(
    (literal) =>
      literal.includes('${') && /\w/.test(literal.replace(/\$\{[^}]*\}/g, '')) && literal.includes('.'),
  )
  .map(keyPattern);

const isUsed = (key: string): boolean => {
  const base = key.replace(/_(?:zero|one|two|few|many|other|detailed)$/, '');
  return plainLiterals.has(base) || templates.some((pattern) => pattern.test(base));
};

describe.each(languages.filter((language) => language !== 'en'))('locale %s', (language) => {
  const translated = namespaces(language);

  it('has the files and keys of the English one', () => {
    const keysOf = (all: Map<string, Texts>) =>
      [...all].flatMap(([namespace, texts]) => [...texts.keys()].map((key) => `${namespace}:${key}`)).sort();
    expect(keysOf(translated)).toEqual(keysOf(english));
  });

  it('puts the same parameters into each text, and leaves none empty', () => {
    const wrong = [...english].flatMap(([namespace, texts]) =>
      [...texts]
        .filter(([key, text]) => {
          const other = translated.get(namespace)?.get(key) ?? '';
          return other.trim() === '' || parametersOf(other).join() !== parametersOf(text).join();
        })
        .map(([key]) => `${namespace}:${key}`),
    );
    expect(wrong).toEqual([]);
  });
});

describe('French typography', () => {
  it('has a no-break space before : ; ! ?', () => {
    const wrong = [...namespaces('fr')].flatMap(([namespace, texts]) =>
      [...texts]
        .filter(([, text]) => /[\p{L}\p{N})»] ?[;!?](?=\s|$)|[\p{L})»] ?:(?=\s|$)/u.test(text))
        .map(([key]) => `${namespace}:${key}`),
    );
    expect(wrong).toEqual([]);
  });

  it('has a narrow no-break space inside « »', () => {
    const wrong = [...namespaces('fr')].flatMap(([namespace, texts]) =>
      [...texts]
        .filter(([, text]) => /«(?!\u202F)|(?<!\u202F)»/u.test(text))
        .map(([key]) => `${namespace}:${key}`),
    );
    expect(wrong).toEqual([]);
  });
});

describe('texts', () => {
  it('are all used', () => {
    const unused = [...english].flatMap(([namespace, texts]) =>
      [...texts.keys()].filter((key) => !isUsed(key)).map((key) => `${namespace}:${key}`),
    );
    expect(unused).toEqual([]);
  });
});
