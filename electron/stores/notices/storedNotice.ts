import { z } from 'zod';
import { type Language, languageSchema } from '../../contract/languages.ts';
import {
  type NoticeKind,
  noticeKindSchema,
  type NoticeResult,
  noticeResultSchema,
  type NoticeState,
} from '../../contract/notices/notice.ts';
import type { NoticeRow } from '../database/tables.ts';

/** What the text of a notice names. Never the text itself, never a code: it is composed when it is sent. */
export type NoticeDetails = Readonly<Record<string, string>>;

/** Moments in ms since 1970 UTC. */
export type StoredNotice = {
  id: string;
  kind: NoticeKind;
  userId: string | null;
  toAddress: string;
  language: Language;
  details: NoticeDetails;
  createdAt: number;
  /** When it is due; while it is being sent: when that counts as broken off. */
  nextAttemptAt: number;
  expiresAt: number;
  attempts: number;
  state: NoticeState;
  /** The fingerprint of the profile whose sign-in was refused. */
  refusedProfile: string | null;
  lastResult: NoticeResult | null;
  messageId: string | null;
};

const detailsSchema = z.record(z.string(), z.string());

export const toNotice = (row: NoticeRow): StoredNotice => ({
  ...row,
  kind: noticeKindSchema.parse(row.kind),
  language: languageSchema.parse(row.language),
  details: detailsSchema.parse(JSON.parse(row.details)),
  lastResult: row.lastResult === null ? null : noticeResultSchema.parse(JSON.parse(row.lastResult)),
});

export const toResultText = (result: NoticeResult | null): string | null => result && JSON.stringify(result);

export const toNoticeRow = (notice: StoredNotice): NoticeRow => ({
  ...notice,
  details: JSON.stringify(notice.details),
  lastResult: toResultText(notice.lastResult),
});
