import type { WebReply } from '../web/httpsServer.ts';

/** What ServerVersionInfo says: major, minor, and the two numbers of the build. */
export type EwsBuild = readonly [number, number, number, number];

const names = {
  soap: 'http://schemas.xmlsoap.org/soap/envelope/',
  messages: 'http://schemas.microsoft.com/exchange/services/2006/messages',
  types: 'http://schemas.microsoft.com/exchange/services/2006/types',
  errors: 'http://schemas.microsoft.com/exchange/services/2006/errors',
} as const;

const xml = { 'content-type': 'text/xml; charset=utf-8' };

const versionInfo = ([major, minor, build, revision]: EwsBuild): string =>
  `<h:ServerVersionInfo MajorVersion="${major}" MinorVersion="${minor}" MajorBuildNumber="${build}" MinorBuildNumber="${revision}" Version="V2017_07_11" xmlns:h="${names.types}" xmlns="${names.types}" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/>`;

/** The frame as Exchange writes it, with its own prefixes. */
const envelope = (build: EwsBuild, body: string): string =>
  `<?xml version="1.0" encoding="utf-8"?><s:Envelope xmlns:s="${names.soap}"><s:Header>${versionInfo(build)}</s:Header><s:Body xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema">${body}</s:Body></s:Envelope>`;

const response = (build: EwsBuild, operation: string, message: string): WebReply => ({
  ...{ status: 200, headers: xml },
  body: envelope(
    build,
    `<m:${operation}Response xmlns:m="${names.messages}" xmlns:t="${names.types}"><m:ResponseMessages>${message}</m:ResponseMessages></m:${operation}Response>`,
  ),
});

/** The inbox ("GetFolder operation"). */
export const folderReply = (build: EwsBuild): WebReply =>
  response(
    build,
    'GetFolder',
    '<m:GetFolderResponseMessage ResponseClass="Success"><m:ResponseCode>NoError</m:ResponseCode><m:Folders><t:Folder><t:FolderId Id="AAMkAD=" ChangeKey="AQAAAB=="/></t:Folder></m:Folders></m:GetFolderResponseMessage>',
  );

/** A message was taken ("CreateItem operation (email message)"). */
export const sentReply = (build: EwsBuild): WebReply =>
  response(
    build,
    'CreateItem',
    '<m:CreateItemResponseMessage ResponseClass="Success"><m:ResponseCode>NoError</m:ResponseCode><m:Items/></m:CreateItemResponseMessage>',
  );

/** An operation failed: that is 200, too. */
export const errorReply = (build: EwsBuild, operation: string, code: string, text: string): WebReply =>
  response(
    build,
    operation,
    `<m:${operation}ResponseMessage ResponseClass="Error"><m:MessageText>${text}</m:MessageText><m:ResponseCode>${code}</m:ResponseCode><m:DescriptiveLinkKey>0</m:DescriptiveLinkKey>${operation === 'CreateItem' ? '<m:Items/>' : '<m:Folders/>'}</m:${operation}ResponseMessage>`,
  );

/** A request was refused as a whole ("soap:Fault"); `backOffMs` stands in MessageXml, as for ErrorServerBusy. */
export const faultReply = (build: EwsBuild, code: string, text: string, backOffMs?: number): WebReply => {
  const wait =
    backOffMs === undefined
      ? ''
      : `<t:MessageXml xmlns:t="${names.types}"><t:Value Name="BackOffMilliseconds">${backOffMs}</t:Value></t:MessageXml>`;
  const detail = `<e:ResponseCode xmlns:e="${names.errors}">${code}</e:ResponseCode><e:Message xmlns:e="${names.errors}">${text}</e:Message>${wait}`;
  return {
    ...{ status: 500, headers: xml },
    body: envelope(
      build,
      `<s:Fault><faultcode xmlns:a="${names.types}">a:${code}</faultcode><faultstring xml:lang="en-US">${text}</faultstring><detail>${detail}</detail></s:Fault>`,
    ),
  };
};
