import type { CustomScheme } from 'electron';
import { desktopOrigin } from '../../contract/desktopPort.ts';
import type { PageFiles } from '../pages/pageFiles.ts';
import { securityHeaders } from '../pages/securityHeaders.ts';

/**
 * `app://console/` instead of `file://` (Electron security checklist 18): a real origin, so that the same-origin
 * rules and the policy hold. It may not bypass the policy and has no powers of its own.
 */
export const pageScheme: CustomScheme = {
  scheme: 'app',
  privileges: { standard: true, secure: true, supportFetchAPI: true },
};

const notFound = (): Response => new Response(null, { status: 404, headers: securityHeaders });

/** Answers requests for pages: exactly the built files, only to GET, only under our own host name. */
export const createPageProtocol =
  (pages: PageFiles) =>
  async ({ method, url }: Request): Promise<Response> => {
    const { host, protocol, pathname } = new URL(url);
    if (method !== 'GET' || `${protocol}//${host}` !== desktopOrigin) return notFound();
    const page = pages.find(pathname);
    if (!page) return notFound();
    return new Response(new Uint8Array(await page.read()), {
      headers: { ...securityHeaders, 'content-type': page.mediaType, 'cache-control': page.cacheControl },
    });
  };
