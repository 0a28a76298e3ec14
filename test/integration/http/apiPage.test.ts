import { afterAll, beforeAll, expect, it } from 'vitest';
import { contract } from '../../../electron/contract/contract.ts';
import { failures } from '../../../electron/contract/failures.ts';
import { apiOperations } from '../../../electron/hosts/http/apiOperations.ts';
import { type LoopbackDoor, openLoopbackDoor } from './loopbackDoor.ts';

let door: LoopbackDoor;
beforeAll(async () => {
  door = await openLoopbackDoor();
});
afterAll(() => door.close());

type Operation = {
  operationId: string;
  summary?: string;
  description: string;
  responses: Record<string, { content: object }>;
};
type Description = {
  paths: Record<string, Record<string, Operation>>;
  components: { securitySchemes: object };
};

const operationNames = Object.entries(contract).flatMap(([area, operations]) =>
  Object.keys(operations).map((name) => `${area}.${name}`),
);

const describeApi = async (): Promise<Description> =>
  JSON.parse((await door.ask({ path: '/api/openapi.json' })).body) as Description;

it('describes every operation: who may call it, and what goes wrong as problem details', async () => {
  const { paths, components } = await describeApi();
  expect(Object.keys(components.securitySchemes)).toEqual(['cookie', 'key', 'basic']);
  const operations = Object.values(paths).flatMap((methods) => Object.values(methods));
  expect(operations.map(({ operationId }) => operationId).toSorted()).toEqual(operationNames.toSorted());
  for (const { description, responses } of operations) {
    expect(description).toMatch(/^(?:For everybody|Needs )/);
    for (const [status, { content }] of Object.entries(responses))
      expect(Object.keys(content)[0]).toMatch(
        Number(status) < 400 ? /^(?:application\/json|text\/event-stream)$/ : /^application\/problem\+json$/,
      );
  }
});

it('says of what changes something what it does, and of all the rights that depend on the input', async () => {
  const operations = Object.values((await describeApi()).paths).flatMap((methods) => Object.values(methods));
  const nameless = operations.filter(({ summary }) => summary === undefined);
  const isAudited = ({ operationId }: Operation) =>
    apiOperations.some(({ name, meta }) => name === operationId && meta.audit !== null);
  expect(nameless.filter(isAudited)).toEqual([]);
  const saved = operations.find(({ operationId }) => operationId === 'mail.saveProfile');
  expect(saved?.description).toMatch(/mail\.view.*mail\.create.*mail\.edit/);
});

it('has GET for what reads only', async () => {
  const { paths } = await describeApi();
  const asked = Object.values(paths).flatMap(({ get }) => (get ? [get.operationId] : []));
  expect(asked).toEqual(['directoryService.getDirectoryPermissions']);
});

it.each(['/api', '/api/'])('is shown by a page without script: %s', async (path) => {
  const { status, headers, body } = await door.ask({ path });
  expect(status).toBe(200);
  expect(headers['content-type']).toBe('text/html; charset=utf-8');
  expect(headers['content-security-policy']).toContain("script-src 'self'");
  expect(body).not.toMatch(/<script|\son\w+=|https?:\/\/(?!127\.0\.0\.1)/);
  expect(body).not.toContain('{{');
  const ids = [...body.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toEqual(expect.arrayContaining([...operationNames, ...Object.keys(failures)]));
});
