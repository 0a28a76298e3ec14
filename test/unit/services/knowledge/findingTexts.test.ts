import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { languages } from '../../../../electron/contract/languages.ts';
import { loadTranslator } from '../../../../electron/locales/translate.ts';
import { type FindingCode, findingTable } from '../../../../electron/services/knowledge/findingTable.ts';
import { makeFinding } from '../../../../electron/services/knowledge/makeFinding.ts';
import { textParameters } from '../../../../electron/services/knowledge/textParameters.ts';

type Texts = Record<string, Record<string, string>>;
const textsOf = (language: string): Texts =>
  JSON.parse(
    readFileSync(new URL(`../../../../electron/locales/${language}/findings.json`, import.meta.url), 'utf8'),
  ) as Texts;

const codes = Object.keys(findingTable) as FindingCode[];
const parametersIn = (text: string): string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '');

describe.each(languages)('the texts of findings in %s', (language) => {
  const texts = textsOf(language);

  it('are there for every code and for no other', () => {
    expect(Object.keys(texts).sort()).toEqual([...codes].sort());
  });

  it('have title, cause and remedy, and a detailed cause where particulars are named', () => {
    const wrong = codes.filter((code) => {
      const keys = ['title', 'cause', 'remedy', ...(textParameters[code] ? ['cause_detailed'] : [])];
      const named = Object.keys(texts[code] ?? {}).filter(
        (key) => key !== 'remedy_detailed' || textParameters[code] === undefined,
      );
      return named.sort().join() !== keys.sort().join();
    });
    expect(wrong).toEqual([]);
  });

  it('name particulars only in the detailed cause and remedy, and only those that are promised', () => {
    const wrong = codes.filter((code) => {
      const { cause_detailed: cause = '', remedy_detailed: remedy = '', ...plain } = texts[code] ?? {};
      const promised: readonly string[] = textParameters[code] ?? [];
      return (
        Object.values(plain).flatMap(parametersIn).length > 0 ||
        parametersIn(`${cause} ${remedy}`).some((name) => !promised.includes(name))
      );
    });
    expect(wrong).toEqual([]);
  });

  it('are whole sentences, and titles have no full stop', () => {
    const wrong = codes.filter((code) => {
      const { title = '', cause = '', remedy = '' } = texts[code] ?? {};
      return title.endsWith('.') || !/[.)]$/.test(cause) || !/[.)]$/.test(remedy);
    });
    expect(wrong).toEqual([]);
  });
});

describe('a finding', () => {
  it('takes the detailed cause when all of its particulars are known', async () => {
    const translate = await loadTranslator('en', ['findings']);
    const { parameters } = makeFinding('certificateNameMismatch', {
      names: 'mail.example.net',
      host: 'relay.example.net',
    });
    expect(translate('certificateNameMismatch.cause', parameters)).toContain('relay.example.net');
  });

  it('reads well when they are not', async () => {
    const translate = await loadTranslator('en', ['findings']);
    const { parameters } = makeFinding('certificateNameMismatch', { names: 'mail.example.net' });
    expect(translate('certificateNameMismatch.cause', parameters)).not.toMatch(/\{\{|undefined|, not for \./);
    expect(parameters).toEqual({ names: 'mail.example.net' });
  });
});
