import { describe, expect, it } from 'vitest';
import type { MessageSummary } from '../../../../electron/contract/mailbox/mailbox.contract.ts';
import { messageAt, pagesOf } from '../../../../renderer/areas/mailbox/messagePages.ts';

const summary = (id: string): MessageSummary => ({
  id,
  receivedAt: '2026-11-21T02:00:00Z',
  from: 'a@example.test',
  to: [],
  subject: '',
  sizeBytes: 1,
  attachmentCount: 0,
  isRead: true,
});

describe('pages of messages', () => {
  it('are those that hold the rows on screen, and the first', () => {
    expect(pagesOf(0, 12)).toEqual([0]);
    expect(pagesOf(95, 103)).toEqual([0, 1]);
    expect(pagesOf(420, 431)).toEqual([0, 4]);
  });

  it('give the message of a row once its page is there', () => {
    const pages = new Map([[1, [summary('hundredth'), summary('next')]]]);
    expect(messageAt(pages, 101)?.id).toBe('next');
    expect(messageAt(pages, 3)).toBeUndefined();
    expect(messageAt(pages, 150)).toBeUndefined();
  });
});
