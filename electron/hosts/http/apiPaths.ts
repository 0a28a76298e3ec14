import { apiOperations } from './apiOperations.ts';

type Method = 'GET' | 'POST';

const asked: ReadonlySet<string> = new Set(
  apiOperations.flatMap(({ route }) => (route.method === 'GET' ? [`/api${route.path}`] : [])),
);

/**
 * The one method by which a path below `/api` is called. Nearly all are POST, also those that read: their input is JSON, and
 * what stands in an address is kept by logs and histories.
 */
export const apiMethodOf = (urlPath: string): Method => (asked.has(urlPath) ? 'GET' : 'POST');
