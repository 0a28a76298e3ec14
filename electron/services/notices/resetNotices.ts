import { isEmailAddress } from '../../contract/mail/address.ts';
import { mayReset, type ResetCodeStore } from '../../stores/users/resetCodeStore.ts';
import type { CodeMailWriter } from './codeMail.ts';
import type { ComposeNotice } from './noticeQueue.ts';
import { writeChangedMail } from './noticeText.ts';

export type ResetNoticeParts = {
  resets: Pick<ResetCodeStore, 'findUserById'>;
  writeCodeMail: CodeMailWriter;
};

/**
 * Writes the mails about forgotten passwords. The code of a reset is made here, anew for each attempt to send: the queue
 * keeps only for whom and why, so that a mail which waits survives a restart although its code is stored nowhere, and
 * its minutes begin when it is sent. A mail that did arrive although its attempt seemed to fail carries a code of its own,
 * which is good too. The first one that is used ends the others.
 */
export const createResetNotices = ({ resets, writeCodeMail }: ResetNoticeParts) => {
  const passwordReset: ComposeNotice = async ({ userId, toAddress, language, details, createdAt }) => {
    const user = userId === null ? null : await resets.findUserById(userId);
    // A code must not go to an address that was replaced since it was asked for.
    if (user === null || !mayReset(user)) return null;
    if (user.mail !== toAddress || !isEmailAddress(toAddress)) return null;
    const { machine = '' } = details;
    return writeCodeMail({ user, to: toAddress, language, machine, at: createdAt, by: null });
  };

  const passwordChanged: ComposeNotice = async ({ toAddress, language, details, createdAt }) => {
    const { user = '', machine = '' } = details;
    const text = await writeChangedMail({ user, machine, at: createdAt }, language);
    return { ...text, to: [toAddress], language };
  };

  return { passwordReset, passwordChanged };
};
