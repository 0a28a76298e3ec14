import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { permissions } from '../../electron/contract/permissions.ts';
import type { CallContext } from '../../electron/hosts/callContext.ts';
import { doors, failureOf, type OpenDoor } from './doors.ts';
import { createExampleProgram, type ExampleProgram, proveInput } from './exampleProgram.ts';

const administrator: CallContext = {
  user: 'administrator',
  door: 'desktop',
  permissions: new Set(permissions),
};
const id = '0b9f4a5e-58f0-4a5c-9f5e-3d5c1f1b7a10';

const readAll = async <Item>(stream: AsyncIterable<Item>): Promise<Item[]> => {
  const items: Item[] = [];
  for await (const item of stream) items.push(item);
  return items;
};

describe.each(doors)('a call $name', ({ open }) => {
  let program: ExampleProgram;
  let door: OpenDoor;
  const opened: OpenDoor[] = [];

  const openAs = async (context: CallContext): Promise<OpenDoor> => {
    const another = await open(program, context);
    opened.push(another);
    return another;
  };

  beforeEach(async () => {
    program = createExampleProgram();
    door = await openAs(administrator);
  });

  afterEach(async () => {
    for (const one of opened.splice(0)) await one.close();
  });

  /** Calls an operation by names that the types do not know. */
  const callByName = (area: string, operation: string): Promise<unknown> =>
    Promise.resolve((door.client as never)[area]).then((operations) =>
      (operations as Record<string, (input: unknown) => Promise<unknown>>)[operation]?.({}),
    );

  it('gives its value', async () => {
    await expect(door.client.mail.listPresets()).resolves.toEqual({ presets: [] });
  });

  it('carries a typed refusal with its data', async () => {
    const call = door.client.mail.setDefaultProfile({ id, revision: 41 });
    expect(await failureOf(call)).toEqual({ code: 'CONFLICT', data: { revision: 42 } });
  });

  it('refuses invalid input with path and code', async () => {
    const call = door.client.mail.setDefaultProfile({ id, revision: 'new' as unknown as number });
    const { code, data } = await failureOf(call);
    expect(code).toBe('INVALID_INPUT');
    expect(data).toMatchObject({ issues: [{ path: ['revision'], code: 'wrongType' }] });
  });

  it('refuses a field that the operation does not have', async () => {
    const input = { id, revision: 1, isAdministrator: true };
    const { code, data } = await failureOf(door.client.mail.setDefaultProfile(input));
    expect(code).toBe('INVALID_INPUT');
    expect(data).toMatchObject({ issues: [{ code: 'unknownField' }] });
  });

  it.each([
    ['mail', 'burnProfiles'],
    ['mail', 'constructor'],
    ['mail', 'hasOwnProperty'],
    ['__proto__', 'toLocaleString'],
    ['constructor', 'prototype'],
    ['mail', '__proto__'],
    ['nowhere', 'listPresets'],
  ])('knows no operation %s.%s', async (area, operation) => {
    expect(await failureOf(callByName(area, operation))).toMatchObject({ code: 'UNKNOWN_OPERATION' });
  });

  it('needs the permission of its operation', async () => {
    const { client } = await openAs({ ...administrator, permissions: new Set(['mail.view']) });
    await expect(client.mail.listPresets()).resolves.toEqual({ presets: [] });
    const refused = await failureOf(client.mail.setDefaultProfile({ id, revision: 1 }));
    expect(refused).toEqual({ code: 'NOT_ALLOWED', data: { permission: 'mail.edit' } });
  });

  it('needs somebody who is signed in', async () => {
    const { client } = await openAs({ ...administrator, permissions: null });
    expect(await failureOf(client.mail.listPresets())).toMatchObject({ code: 'NOT_SIGNED_IN' });
  });

  it('tells nothing of an unexpected error but its incident, and logs it under that', async () => {
    const { code, data } = await failureOf(door.client.security.getProtection());
    expect(code).toBe('INTERNAL');
    expect(data).toEqual({ incident: expect.stringMatching(/^[0-9a-f-]{36}$/) as string });
    expect(program.logged).toContainEqual(
      expect.objectContaining({
        event: 'operation.failed',
        fields: expect.objectContaining(data as object) as object,
      }),
    );
  });

  it('turns output that does not fit its schema into INTERNAL without detail', async () => {
    const { code, data } = await failureOf(door.client.settings.getHealth());
    expect(code).toBe('INTERNAL');
    expect(Object.keys(data as object)).toEqual(['incident']);
  });

  it('takes and gives much', async () => {
    const text = 'ü'.repeat(65_536);
    const { explanation } = await door.client.knowledge.explainError({ text, protocol: null, stage: null });
    expect(explanation?.matched).toBe(text);
    const { source } = await door.client.mailbox.getSource({ id: 'a'.repeat(64) });
    expect(source.length).toBe(64 * 80_000);
  });

  it('streams progress in order', async () => {
    const events = await readAll(await door.client.mail.proveProfile(proveInput('progress')));
    const moments = events.map((event) => (event.type === 'stageStarted' ? event.atMs : -1));
    expect(moments).toEqual(Array.from({ length: 201 }, (_, index) => index));
  });

  it.each([
    ['refuses', 'CONFLICT', { revision: 7 }],
    ['breaks', 'INTERNAL', { incident: expect.any(String) as string }],
    ['misshapen', 'INTERNAL', { incident: expect.any(String) as string }],
  ])('gives what is thrown in the middle of a stream the same shape: %s', async (name, code, data) => {
    const stream = await door.client.mail.proveProfile(proveInput(name));
    expect(await failureOf(readAll(stream))).toEqual({ code, data });
  });

  it('is cancelled alone when two run', async () => {
    const first = new AbortController();
    const second = new AbortController();
    const [one, other] = await Promise.all([
      door.client.mail.proveProfile(proveInput('waits first'), { signal: first.signal }),
      door.client.mail.proveProfile(proveInput('waits second'), { signal: second.signal }),
    ]);
    await Promise.all([one.next(), other.next()]);
    const pending = [failureOf(one.next()), failureOf(other.next())] as const;
    first.abort();
    expect(await pending[0]).toMatchObject({ code: 'CANCELLED' });
    await vi.waitFor(() => expect(program.cancelled).toEqual(['waits first']));
    await expect(door.client.mail.listPresets()).resolves.toEqual({ presets: [] });
    expect(program.cancelled).toEqual(['waits first']);
    second.abort();
    expect(await pending[1]).toMatchObject({ code: 'CANCELLED' });
  });

  it('ends its work when the reader stops reading', async () => {
    const stream = await door.client.mail.proveProfile(proveInput('endless'));
    for await (const event of stream) if (event.type === 'stageStarted') break;
    await vi.waitFor(() => expect(program.cancelled).toEqual(['endless']));
  });
});
