import { describe, expect, it } from 'vitest';
import { describeMessage } from '../../../../electron/stores/mailbox/describeMessage.ts';

const htmlMessage = (html: string): Uint8Array =>
  Buffer.from(`From: a@b.example\r\nSubject: s\r\nContent-Type: text/html\r\n\r\n${html}\r\n`);

const searchText = async (html: string): Promise<string> =>
  (await describeMessage(htmlMessage(html), null, '2026-11-21T00:00:00.000Z')).searchText;

describe('the text that a search looks in', () => {
  it('leaves the tags of HTML out', async () => {
    const text = await searchText('<p class="x">Quarterly <b>figures</b></p>');
    expect(text).toContain('figures');
    expect(text).not.toContain('class');
  });

  it('is made of a text of nothing but < without reading it once for each of them', async () => {
    // Quadratic work on this would outlast the test's time limit by far.
    expect(await searchText('<'.repeat(3_000_000))).toContain('<');
  });
});
