import { existsSync } from 'node:fs';
import path from 'node:path';

/**
 * Where the built pages are, seen from the folder of a door: `electron/` when it runs from source, else the folder
 * beside them in `out/`.
 */
export const pagesFolder = (doorFolder: string): string => {
  const fromSource = path.join(doorFolder, '../out/renderer');
  return existsSync(fromSource) ? fromSource : path.join(doorFolder, '../renderer');
};
