import { expect, it } from 'vitest';
import { portMessage } from '../../../../electron/contract/desktopPort.ts';
import { receiveDesktopPort } from '../../../../renderer/api/desktopPort.ts';

const createPage = () => new EventTarget();

const send = (page: EventTarget, content: { source: unknown; data?: string; ports?: MessagePort[] }) =>
  page.dispatchEvent(Object.assign(new Event('message'), { data: portMessage, ports: [], ...content }));

it('takes the port that its own window hands over, and no other', async () => {
  const page = createPage();
  const received = receiveDesktopPort(page, 60_000);
  const [ours, strange] = [new MessageChannel().port1, new MessageChannel().port1];
  send(page, { source: createPage(), ports: [strange] });
  send(page, { source: page, data: 'something else', ports: [strange] });
  send(page, { source: page });
  send(page, { source: page, ports: [ours] });
  expect(await received).toBe(ours);
});

it('does not wait for ever', async () => {
  await expect(receiveDesktopPort(createPage(), 1)).rejects.toMatchObject({ code: 'UNREACHABLE' });
});
