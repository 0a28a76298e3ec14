import type { ServerResponse } from 'node:http';
import type { ClosingPage } from './tokenClient.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);

const toHtml = ({ language, title }: ClosingPage, words: string): string =>
  `<!doctype html>
<html lang="${escaped(language)}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title>
<h1>${escaped(title)}</h1>
<p>${escaped(words)}</p>
</html>
`;

/** The page's address has the code in it: nobody may keep the page, frame it, or be told where the browser came from. */
const headers = {
  'Cache-Control': 'no-store',
  Connection: 'close',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/** Tells the person in the browser that the window can be closed. */
export const answerPerson = (response: ServerResponse, page: ClosingPage, isRefused: boolean): void => {
  response.writeHead(200, { ...headers, 'Content-Type': 'text/html; charset=utf-8' });
  response.end(toHtml(page, isRefused ? page.refused : page.received));
};

/** Tells anybody else that nothing is here. */
export const answerStranger = (response: ServerResponse): void => {
  response.writeHead(404, headers);
  response.end();
};
