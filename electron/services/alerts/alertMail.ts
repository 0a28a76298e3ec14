import { type AlertSeverity, alertSeverities } from '../../contract/alerts/alert.ts';
import type { Language } from '../../contract/languages.ts';
import { isEmailAddress } from '../../contract/mail/address.ts';
import { alertAdvice, alertTitle } from '../../locales/alertText.ts';
import { loadTranslator } from '../../locales/translate.ts';
import type { AlertStore, StoredAlert } from '../../stores/alerts/alertStore.ts';
import type { ResetCodeStore } from '../../stores/users/resetCodeStore.ts';
import { type NoticeText, toShownMoment } from '../notices/noticeText.ts';
import type { ComposeNotice } from '../notices/noticeQueue.ts';
import type { DueMailsParts } from './dueMails.ts';

const gravity = ({ severity }: { severity: AlertSeverity }): number => alertSeverities.indexOf(severity);

/** The mail that tells alerts, the oldest first; one at least. */
export const writeAlertMail = async (
  alerts: readonly StoredAlert[],
  language: Language,
): Promise<NoticeText> => {
  const text = await loadTranslator(language, ['alerts', 'findings']);
  const told = alerts.map((alert) => {
    const title = alertTitle(alert, text);
    const head = `${text(`severities.${alert.severity}`)} · ${toShownMoment(alert.at, language)}`;
    return { gravity: gravity(alert), title, paragraph: [head, title, alertAdvice(alert, text)].join('\n') };
  });
  const gravest = told.toSorted((one, other) => other.gravity - one.gravity)[0]?.title ?? '';
  return {
    subject: text('mail.subject', { title: gravest, count: alerts.length }),
    text: [...told.map(({ paragraph }) => paragraph), `${text('mail.why')}\n`].join('\n\n'),
  };
};

const toIds = (listed: string | undefined): number[] => (listed ?? '').split(',').filter(Boolean).map(Number);

export type AlertNoticeParts = Pick<DueMailsParts, 'mayView'> & {
  alerts: Pick<AlertStore, 'find'>;
  users: Pick<ResetCodeStore, 'findUserById'>;
};

/** Writes a mail with alerts. Somebody who lost the right to view them, or has another address now, gets none. */
export const createAlertNotice =
  ({ alerts, users, mayView }: AlertNoticeParts): ComposeNotice =>
  async ({ userId, toAddress, language, details }) => {
    const user = userId === null ? null : await users.findUserById(userId);
    if (!user?.isActive || user.mail !== toAddress || !isEmailAddress(toAddress)) return null;
    if (!(await mayView(user.id))) return null;
    const told = await alerts.find(toIds(details['alerts']));
    if (told.length === 0) return null;
    return { ...(await writeAlertMail(told, language)), to: [toAddress], language };
  };
