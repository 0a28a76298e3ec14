/** The words that stand for what is not known of an application, in every language. */
export const unknownApplication = {
  mailbox: 'ADDRESS',
  clientId: 'CLIENT-ID',
  objectId: 'OBJECT-ID',
} as const;

type Admitted = Record<keyof typeof unknownApplication, string> & {
  /** Whether it sends as the mailbox, too; else it only looks into it. */
  sends: boolean;
};

/**
 * The line of PowerShell with which Exchange Online lets an application into a mailbox (learn.microsoft.com, "Authenticate an IMAP,
 * POP or SMTP connection using OAuth"). `objectId`: of the enterprise application. Whoever puts in a name keeps PowerShell's own
 * characters out of it.
 */
export const admitApplication = ({ clientId, objectId, mailbox, sends }: Admitted): string =>
  `Connect-ExchangeOnline; New-ServicePrincipal -AppId ${clientId} -ObjectId ${objectId}; ` +
  `Add-MailboxPermission ${mailbox} -User ${objectId} -AccessRights FullAccess` +
  (sends ? `; Add-RecipientPermission ${mailbox} -Trustee ${objectId} -AccessRights SendAs` : '');
