import type { IncomingMessage, ServerResponse } from 'node:http';

/** Answers a request that has passed the guard, to the end. `urlPath` is its path, without the query. */
export type Answer = (request: IncomingMessage, response: ServerResponse, urlPath: string) => Promise<void>;
