import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { keepResult } from '../keepResult.ts';

export type PageFile = { mediaType: string; cacheControl: string; read(): Promise<Buffer> };

/** The built pages by exact URL path. What is not in the list does not exist, so that no path can lead out of it. */
export type PageFiles = { find(urlPath: string): PageFile | undefined };

const mediaTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
};

/** Names under /assets/ carry a hash of their content: such a file never changes. */
const cacheControl = (urlPath: string): string =>
  urlPath.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';

const pageFile = (file: string, urlPath: string): PageFile | undefined => {
  const mediaType = mediaTypes[path.extname(file)];
  if (mediaType === undefined) return undefined;
  return { mediaType, cacheControl: cacheControl(urlPath), read: keepResult(() => readFile(file)) };
};

/** Lists the built pages in `folder` (absolute path); a file is read once, when it is first asked for. */
export const createPageFiles = (folder: string): PageFiles => {
  const files = new Map<string, PageFile>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const urlPath = `/${path.relative(folder, file).replaceAll(path.sep, '/')}`;
    const page = pageFile(file, urlPath);
    if (page) files.set(urlPath === '/index.html' ? '/' : urlPath, page);
  }
  return { find: (urlPath) => files.get(urlPath) };
};
