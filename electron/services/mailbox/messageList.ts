import type { MessageSummary } from '../../contract/mailbox/mailbox.contract.ts';
import { foldForSearch } from '../../stores/mailbox/messageEntry.ts';
import type { KeptMessage } from '../../stores/mailbox/messageIndex.ts';

export type ListRequest = { search: string; offset: number; limit: number };
export type FoundMessages = { total: number; unread: number; messages: MessageSummary[] };

/** What a list shows of a message. */
export const toSummary = (message: KeptMessage): MessageSummary => ({
  id: message.id,
  receivedAt: message.receivedAt,
  from: message.from,
  to: message.to,
  subject: message.subject,
  sizeBytes: message.sizeBytes,
  attachmentCount: message.attachmentCount,
  isRead: message.isRead,
});

/** All words of the search are somewhere in the message, in any order. */
const matches = (search: string): ((message: KeptMessage) => boolean) => {
  const words = foldForSearch(search).split(/\s+/).filter(Boolean);
  return ({ searchText }) => words.every((word) => searchText.includes(word));
};

/** One page of what the search finds: `unread` counts all messages, `total` those that were found. */
export const toPage = (
  all: readonly KeptMessage[],
  { search, offset, limit }: ListRequest,
): FoundMessages => {
  const found = all.filter(matches(search));
  return {
    total: found.length,
    unread: all.filter(({ isRead }) => !isRead).length,
    messages: found.slice(offset, offset + limit).map(toSummary),
  };
};
