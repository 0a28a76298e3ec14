import { describe, expect, it } from 'vitest';
import { EwsRefusal } from '../../../../electron/protocols/ews/ewsRefusal.ts';
import { readEwsAnswer } from '../../../../electron/protocols/ews/readAnswer.ts';

const names = [
  'xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"',
  'xmlns:m="http://schemas.microsoft.com/exchange/services/2006/messages"',
  'xmlns:t="http://schemas.microsoft.com/exchange/services/2006/types"',
  'xmlns:e="http://schemas.microsoft.com/exchange/services/2006/errors"',
].join(' ');
const soap = (body: string): string => `<s:Envelope ${names}><s:Body>${body}</s:Body></s:Envelope>`;
const denied = soap(
  [
    '<m:GetFolderResponse><m:ResponseMessages><m:GetFolderResponseMessage ResponseClass="Error">',
    '<m:MessageText>Accès refusé</m:MessageText><m:ResponseCode>ErrorAccessDenied</m:ResponseCode>',
    '</m:GetFolderResponseMessage></m:ResponseMessages></m:GetFolderResponse>',
  ].join(''),
);
const busy = soap(
  [
    '<s:Fault><faultcode>x</faultcode><faultstring>busy</faultstring><detail>',
    '<e:ResponseCode>ErrorServerBusy</e:ResponseCode>',
    '<t:MessageXml><t:Value Name="BackOffMilliseconds">297749</t:Value></t:MessageXml></detail></s:Fault>',
  ].join(''),
);

const refusalOf = (status: number, body: Buffer, contentType: string): unknown => {
  try {
    return readEwsAnswer({ status, headers: { 'content-type': [contentType] }, body }, 'GetFolder', []);
  } catch (error) {
    if (error instanceof EwsRefusal) return error.refused;
    throw error;
  }
};

describe('an answer of Exchange Web Services', () => {
  it.each([
    ['Content-Type', 'text/xml; charset=iso-8859-1', denied, 'latin1'],
    ['Content-Type in quotes', 'text/xml; charset="ISO-8859-1"; x=y', denied, 'latin1'],
    ['its declaration', 'text/xml', `<?xml version="1.0" encoding="iso-8859-1"?>${denied}`, 'latin1'],
    ['nothing', 'text/xml', denied, 'utf8'],
    ['a name that nobody knows', 'text/xml; charset=klingon', denied, 'utf8'],
    ['a byte order mark, whatever else is named', 'text/xml; charset=iso-8859-1', `\ufeff${denied}`, 'utf8'],
  ] as const)('is read in the encoding that %s tells', (_, contentType, text, encoding) => {
    expect(refusalOf(200, Buffer.from(text, encoding), contentType)).toMatchObject({
      message: 'Accès refusé',
    });
  });

  it.each([500, 503])('is read behind the status %i where it is a fault', (status) => {
    expect(refusalOf(status, Buffer.from(busy), 'text/xml')).toMatchObject({
      ...{ kind: 'fault', status, responseCode: 'ErrorServerBusy', backOffMs: 297_749 },
    });
  });

  it('is none behind the status 503 where it is a page', () => {
    const page = '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Busy</title></head></html>';
    expect(refusalOf(503, Buffer.from(page), 'text/html')).toMatchObject({
      kind: 'status',
      message: 'Busy',
    });
  });
});
