import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { writeAtomically } from '../../../../electron/stores/files/writeAtomically.ts';
import { temporaryDirectory } from '../temporaryDirectory.ts';

it('replaces a file and leaves nothing else behind', async () => {
  const directory = temporaryDirectory();
  const file = path.join(directory, 'file');
  await writeAtomically(file, 'first');
  await writeAtomically(file, 'second');
  expect(readFileSync(file, 'utf8')).toBe('second');
  expect(readdirSync(directory)).toEqual(['file']);
});

it('says why the write failed, also when what it left cannot be removed', async () => {
  const directory = temporaryDirectory();
  const file = path.join(directory, 'file');
  mkdirSync(file);
  const removal = () => Promise.reject(new Error('The removal failed too.'));
  await expect(writeAtomically(file, 'text', removal)).rejects.toMatchObject({ code: 'EISDIR' });
});
