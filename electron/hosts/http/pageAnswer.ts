import type { PageFiles } from '../pages/pageFiles.ts';
import type { Answer } from './answer.ts';
import { methodNotAllowed, refusals, refuse } from './refusal.ts';

/** Serves the built pages. They hold nothing secret, and a page without a session has to say so itself. */
export const createPageAnswer =
  (pages: PageFiles): Answer =>
  async (request, response, urlPath) => {
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return refuse(response, urlPath, methodNotAllowed('GET, HEAD'), 'close');
    const page = pages.find(urlPath);
    if (!page) return refuse(response, urlPath, refusals.notFound);
    const bytes = await page.read();
    response.writeHead(200, {
      'content-type': page.mediaType,
      'content-length': bytes.length,
      'cache-control': page.cacheControl,
    });
    response.end(request.method === 'HEAD' ? undefined : bytes);
  };
