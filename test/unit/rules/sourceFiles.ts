import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const projectRoot = path.resolve(import.meta.dirname, '../../..');

/** A file of the project: `name` with forward slashes from the project's root, and its text. */
export type SourceFile = { name: string; text: string };

/** All files that fit the patterns (globs from the project's root), dependencies and built files left out. */
export const sourceFiles = (...patterns: string[]): SourceFile[] =>
  globSync(patterns, { cwd: projectRoot, exclude: ['node_modules/**', 'out/**', 'test-results/**'] })
    .map((name) => name.replaceAll(path.sep, '/'))
    .sort()
    .map((name) => ({ name, text: readFileSync(path.join(projectRoot, name), 'utf8') }));
