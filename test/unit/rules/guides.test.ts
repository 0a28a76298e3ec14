import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot, sourceFiles } from './sourceFiles.ts';

const guides = sourceFiles('*.md', '{electron,renderer,build,test}/**/*.md');
const pathPattern = /`((?:electron|renderer|build|test|\.ci)\/[\w./-]+)`|\]\((?!https?:|#)([^)]+)\)/g;

describe('guides', () => {
  it.each(guides)('$name names only paths that exist', ({ name, text }) => {
    const missing = [...text.matchAll(pathPattern)]
      .map((match) => match[1] ?? path.join(path.dirname(name), match[2] ?? ''))
      .filter((target) => !existsSync(path.join(projectRoot, target)));
    expect(missing).toEqual([]);
  });

  it('exist', () => {
    expect(guides.map(({ name }) => name)).toContain('README.md');
  });
});

describe('the project', () => {
  it('mentions no path of a developer machine and no package registry', () => {
    const files = sourceFiles(
      '*.{md,json}',
      '{electron,renderer,build,test}/**/*.{ts,tsx,js,json,md,yml,html}',
      '.ci/*',
    );
    const self = 'test/unit/rules/';
    const wrong = files.filter(
      ({ name, text }) =>
        !name.startsWith(self) && /\/work\/|\/home\/\w+\/|registry\.npm|artifactory/.test(text),
    );
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });
});
