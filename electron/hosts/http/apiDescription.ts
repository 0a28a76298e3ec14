import type { OpenAPI } from '@orpc/openapi';
import { contract } from '../../contract/contract.ts';
import { failures } from '../../contract/failures.ts';
import type { OperationMeta } from '../../contract/operation.ts';
import { loadTranslator, type Translate } from '../../locales/translate.ts';
import { apiOperations } from './apiOperations.ts';
import { problemType } from './problem.ts';
import { sessionCookieName } from './sessionCookie.ts';

/** The description of `/api`: an object of OpenAPI 3.1. */
export type ApiDescription = OpenAPI.Document;

const metas: ReadonlyMap<string, OperationMeta> = new Map(
  apiOperations.map(({ name, meta }) => [name, meta]),
);

/** Who may call an operation, in a sentence. */
export const describeRights = ({ permissions, scope, access }: OperationMeta): string => {
  if (access === 'everybody') return 'For everybody.';
  if (permissions.length === 0) return 'For everybody who is signed in.';
  const where = scope === 'inAFolder' ? ', everywhere or for the folder' : '';
  return `Needs ${permissions.join(' and ')}${where}.`;
};

/** RFC 9457 3.1, and what we add. */
const problemSchema = (codes: readonly string[], status: number, data: readonly object[]) => ({
  type: 'object' as const,
  properties: {
    type: { type: 'string' as const, format: 'uri-reference' },
    title: { type: 'string' as const },
    status: { const: status },
    detail: { type: 'string' as const },
    instance: { type: 'string' as const, format: 'uri' },
    code: { enum: [...codes] },
    data: { anyOf: [...data] },
  },
  required: ['type', 'title', 'status', 'code'],
});

type Responses = NonNullable<OpenAPI.OperationObject['responses']>;

const asProblem = (status: number, { content = {} }: OpenAPI.ResponseObject): OpenAPI.ResponseObject => {
  const codes = Object.entries(failures).filter(([, failure]) => failure.status === status);
  const [media = {}] = Object.values(content);
  return { description: codes.map(([code]) => code).join(', '), content: { [problemType]: media } };
};

const withProblems = (responses: Responses): Responses => {
  for (const [status, response] of Object.entries(responses))
    if (Number(status) >= 400 && !('$ref' in response))
      responses[status] = asProblem(Number(status), response);
  return responses;
};

/** What an operation does, in the words of the audit; what only reads has none there, its own name says it. */
const summaryOf = (translate: Translate, operation: string): string | undefined => {
  const key = `operations.${operation}`;
  return ['audit', 'settings'].map((area) => translate(`${area}:${key}`)).find((text) => text !== key);
};

/** What the generator does not know of an operation. */
const additionsTo = (
  { operationId = '', description, responses }: OpenAPI.OperationObject,
  translate: Translate,
): object => {
  const meta = metas.get(operationId);
  const summary = summaryOf(translate, operationId);
  const rights = [meta && describeRights(meta), description];
  return {
    tags: [operationId.split('.')[0]],
    ...(summary === undefined ? {} : { summary }),
    description: rights.filter(Boolean).join(' '),
    ...(meta ? { 'x-permissions': meta.permissions } : {}),
    responses: withProblems(responses ?? {}),
  };
};

const securitySchemes = (port: number): Record<string, OpenAPI.SecuritySchemeObject> => ({
  cookie: { type: 'apiKey', in: 'cookie', name: sessionCookieName(port) },
  key: { type: 'http', scheme: 'bearer', description: 'The key of the session, with its cookie.' },
  basic: {
    type: 'http',
    scheme: 'basic',
    description: 'Where the security rules allow it, and the user.',
  },
});

/** Describes `/api` from the contract: inputs, outputs, permissions, problem details (RFC 9457), ways to sign in. */
export const createApiDescription = async (port: number, version: string): Promise<ApiDescription> => {
  const [{ OpenAPIGenerator }, { ZodToJsonSchemaConverter }, translate] = await Promise.all([
    import('@orpc/openapi'),
    import('@orpc/zod/zod4'),
    loadTranslator('en', ['audit', 'settings']),
  ]);
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });
  const description = await generator.generate(contract, {
    info: { title: 'Relay Console', version },
    servers: [{ url: `http://127.0.0.1:${port}/api` }],
    security: [{ cookie: [], key: [] }, { basic: [] }],
    components: { securitySchemes: securitySchemes(port) },
    customErrorResponseBodySchema: (defined, status) =>
      problemSchema(
        defined.map(([code]) => code),
        status,
        defined.map(([, , , data]) => (typeof data === 'object' ? data : {})),
      ),
  });
  for (const item of Object.values(description.paths ?? {}))
    for (const operation of [item?.get, item?.post])
      if (operation) Object.assign(operation, additionsTo(operation, translate));
  return description;
};
