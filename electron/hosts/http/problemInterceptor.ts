import type { StandardHandlerOptions } from '@orpc/server/standard';
import { isFailure } from '../../contract/failures.ts';
import type { CallContext } from '../callContext.ts';
import { basicChallenge } from './basicCredentials.ts';
import { problemOf, problemType } from './problem.ts';

type Interceptor = NonNullable<StandardHandlerOptions<CallContext>['interceptors']>[number];

const textOf = (header: string | readonly string[] | undefined): string => [header ?? ''].flat().join();

/** Answers failures as problem details (RFC 9457). `mayUseBasic`: may anybody call with name and password. */
export const createProblemInterceptor =
  (mayUseBasic: () => Promise<boolean>): Interceptor =>
  async ({ request, next }) => {
    try {
      return await next();
    } catch (error) {
      if (!isFailure(error)) throw error;
      const { status, code, data } = error;
      const problem = await problemOf({ status, code, data }, textOf(request.headers['accept-language']));
      const challenge = status === 401 && (await mayUseBasic()) ? { 'www-authenticate': basicChallenge } : {};
      // A stream, because its content type stays as it is.
      const body = new Blob([problem]).stream();
      return {
        matched: true,
        response: { status, headers: { 'content-type': problemType, ...challenge }, body },
      };
    }
  };
