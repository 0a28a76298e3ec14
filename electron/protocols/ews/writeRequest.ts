import { escapeXml } from '../xml/escapeXml.ts';
import type { ExchangeVersion } from '../../contract/mail/exchange.ts';
import { schemaOf } from './exchangeVersion.ts';
import { messageNames, soapNames, typeNames } from './soap.ts';

export type EwsAddressee = {
  version: ExchangeVersion;
  /** The mailbox in whose place an application acts; null: whoever signs in acts for itself. */
  impersonated: string | null;
  /** The mailbox that is meant, where it is another one than that of who signs in; null: that one, or the impersonated. */
  mailbox: string | null;
};

/** In 2007 the name of the element is another one ("ConnectingSID"). */
const impersonation = ({ version, impersonated }: EwsAddressee): string => {
  if (impersonated === null) return '';
  const name = version === '2007_SP1' ? 't:PrimarySmtpAddress' : 't:SmtpAddress';
  const address = `<${name}>${escapeXml(impersonated)}</${name}>`;
  return `<t:ExchangeImpersonation><t:ConnectingSID>${address}</t:ConnectingSID></t:ExchangeImpersonation>`;
};

const envelope = (addressee: EwsAddressee, body: string): string =>
  [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<soap:Envelope xmlns:soap="${soapNames}" xmlns:m="${messageNames}" xmlns:t="${typeNames}"><soap:Header>`,
    `<t:RequestServerVersion Version="${schemaOf(addressee.version)}"/>`,
    impersonation(addressee),
    `</soap:Header><soap:Body>${body}</soap:Body></soap:Envelope>`,
  ].join('');

/** Whose folder it is ([MS-OXWSFOLD], 2.2.4.9): without a mailbox, that of who acts. */
const inbox = ({ impersonated, mailbox }: EwsAddressee): string =>
  mailbox === null || impersonated !== null
    ? '<t:DistinguishedFolderId Id="inbox"/>'
    : [
        '<t:DistinguishedFolderId Id="inbox"><t:Mailbox>',
        `<t:EmailAddress>${escapeXml(mailbox)}</t:EmailAddress>`,
        '</t:Mailbox></t:DistinguishedFolderId>',
      ].join('');

/** Asks for the inbox, of which nothing but its identifier ([MS-OXWSFOLD], 3.1.4.6): proves a mailbox and the right to it. */
export const getInboxRequest = (addressee: EwsAddressee): string =>
  envelope(
    addressee,
    [
      '<m:GetFolder><m:FolderShape><t:BaseShape>IdOnly</t:BaseShape></m:FolderShape>',
      `<m:FolderIds>${inbox(addressee)}</m:FolderIds></m:GetFolder>`,
    ].join(''),
  );

/** Sends a whole message (RFC 5322), of which no copy is kept ([MS-OXWSCORE], 3.1.4.2). */
export const sendRequest = (addressee: EwsAddressee, message: Buffer): string =>
  envelope(
    addressee,
    [
      '<m:CreateItem MessageDisposition="SendOnly"><m:Items><t:Message>',
      `<t:MimeContent CharacterSet="UTF-8">${message.toString('base64')}</t:MimeContent>`,
      '</t:Message></m:Items></m:CreateItem>',
    ].join(''),
  );
