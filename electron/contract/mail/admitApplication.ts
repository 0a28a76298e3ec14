/** The words that stand for what is not known of an application, in every language. */
export const unknownApplication = {
  mailbox: 'ADDRESS',
  clientId: 'CLIENT-ID',
  objectId: 'OBJECT-ID',
} as const;

/**
 * The line of PowerShell with which Exchange Online lets an application into a mailbox (learn.microsoft.com, "Authenticate an IMAP,
 * POP or SMTP connection using OAuth"). `objectId`: of the enterprise application. Whoever puts in a name keeps PowerShell's own
 * characters out of it.
 */
export const admitApplication = ({
  clientId,
  objectId,
  mailbox,
}: Record<keyof typeof unknownApplication, string>): string =>
  `Connect-ExchangeOnline; New-ServicePrincipal -AppId ${clientId} -ObjectId ${objectId}; Add-MailboxPermission ${mailbox} -User ${objectId} -AccessRights FullAccess; Add-RecipientPermission ${mailbox} -Trustee ${objectId} -AccessRights SendAs`;
