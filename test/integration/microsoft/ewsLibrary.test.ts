import {
  ConnectingIdType,
  EmailMessage,
  ExchangeService,
  ExchangeVersion,
  Folder,
  FolderId,
  ImpersonatedUserId,
  type IXHROptions,
  Mailbox,
  MimeContent,
  PropertySet,
  ServiceError,
  BasePropertySet,
  Uri,
  WebCredentials,
  WellKnownFolderName,
} from 'ews-javascript-api';
import { describe, expect, it } from 'vitest';
import { exchangeVersions } from '../../../electron/contract/mail/exchange.ts';
import { schemaOf } from '../../../electron/protocols/ews/exchangeVersion.ts';
import { getInboxRequest, sendRequest } from '../../../electron/protocols/ews/writeRequest.ts';
import { createHttpsExchange, type ExchangeAnswer } from '../../../electron/protocols/net/httpsExchange.ts';
import { readXml } from '../../../electron/protocols/xml/readXml.ts';
import type { XmlElement } from '../../../electron/protocols/xml/xmlElement.ts';
import { type EwsPlan, startEws } from '../../lab/microsoft/ewsServer.ts';
import { messageOf, prepareWebLab } from './webLab.ts';

const lab = prepareWebLab();
const relay = 'relay@example.test';

const schemas = new Map([
  ['Exchange2007_SP1', ExchangeVersion.Exchange2007_SP1],
  ['Exchange2010', ExchangeVersion.Exchange2010],
  ['Exchange2010_SP1', ExchangeVersion.Exchange2010_SP1],
  ['Exchange2010_SP2', ExchangeVersion.Exchange2010_SP2],
  ['Exchange2013', ExchangeVersion.Exchange2013],
  ['Exchange2013_SP1', ExchangeVersion.Exchange2013_SP1],
]);

type Library = {
  service: ExchangeService;
  bodies: string[];
  openInbox(mailbox?: string): Promise<Folder>;
  send(): Promise<void>;
};

const toXhr = ({ status, headers, body }: ExchangeAnswer) => ({
  ...{ status, statusText: String(status), response: body, responseText: body },
  getAllResponseHeaders: () =>
    Object.entries(headers)
      .map((field) => field.join(': '))
      .join('\r\n'),
  getResponseHeader: (name: string) => headers[name.toLowerCase()] ?? null,
});

/** An independent client of Exchange, whose requests go over our own way to a server. */
const libraryAt = (port: number, schema: ExchangeVersion, sender: string, impersonated?: string): Library => {
  const exchange = createHttpsExchange({ anchors: lab.anchors, proxy: () => null, timeoutMs: 10_000 });
  const service = new ExchangeService(schema);
  const bodies: string[] = [];
  service.Url = new Uri(`https://localhost:${port}/EWS/Exchange.asmx`);
  service.Credentials = new WebCredentials('CORP\\svc', 'secret');
  if (impersonated !== undefined)
    service.ImpersonatedUserId = new ImpersonatedUserId(ConnectingIdType.SmtpAddress, impersonated);
  const xhr = async ({ url, headers, data }: IXHROptions) => {
    bodies.push(String(data));
    const { 'Accept-Encoding': _, ...fields } = headers as Record<string, string>;
    const { signal } = new AbortController();
    const answer = toXhr(
      await exchange({ method: 'POST', url: String(url), headers: fields, body: String(data), signal }),
    );
    if (answer.status !== 200) throw Object.assign(new Error(answer.statusText), answer);
    return answer;
  };
  service.XHRApi = { xhr, xhrStream: xhr, disconnect: () => undefined, apiName: 'lab' } as never;
  return {
    ...{ service, bodies },
    openInbox: (mailbox) => {
      const own = WellKnownFolderName.Inbox;
      const inbox = mailbox === undefined ? own : new FolderId(own, new Mailbox(mailbox));
      return Folder.Bind(service, inbox as FolderId, new PropertySet(BasePropertySet.IdOnly));
    },
    send: () => {
      const mail = new EmailMessage(service);
      mail.MimeContent = new MimeContent('UTF-8', messageOf(sender).toString('base64'));
      return mail.Send();
    },
  };
};

const start = (plan: Partial<EwsPlan> = {}) =>
  lab.keep(
    startEws({
      ...{ tls: lab.tls, offered: ['Basic realm="x"'], mailboxes: [relay], impersonators: [relay] },
      passwords: { 'CORP\\svc': { password: 'secret', address: relay } },
      ...plan,
    }),
  );

/** The library tells its time zone, which nothing that is asked here depends on. */
const isComparable = ({ name }: XmlElement): boolean => name !== 'TimeZoneContext';

const comparable = ({ children, attributes, ...element }: XmlElement): object => ({
  ...{ ...element, attributes: Object.fromEntries(attributes) },
  children: children.filter(isComparable).map(comparable),
});
const treeOf = (xml: string): object => comparable(readXml(xml));

describe('what an independent client of Exchange writes', () => {
  it.each(exchangeVersions)('is what is written here for %s', async (version) => {
    const schema = schemas.get(schemaOf(version)) ?? ExchangeVersion.Exchange2013_SP1;
    const server = await start({ build: version === '2007_SP1' ? [8, 3, 83, 0] : [15, 1, 2507, 6] });
    for (const impersonated of [null, relay]) {
      const library = libraryAt(server.port, schema, relay, impersonated ?? undefined);
      await library.openInbox();
      await library.send();
      const [opening = '', sending = ''] = library.bodies;
      const acts = { version, impersonated, mailbox: null };
      expect(treeOf(getInboxRequest(acts))).toEqual(treeOf(opening));
      expect(treeOf(sendRequest(acts, messageOf(relay)))).toEqual(treeOf(sending));
    }
  });

  it('is what is written here for a mailbox that is shared', async () => {
    const team = 'team@example.test';
    const server = await start({ mailboxes: [relay, team], shared: [team] });
    const library = libraryAt(server.port, ExchangeVersion.Exchange2013_SP1, relay);
    await library.openInbox(team);
    const acts = { version: 'SE', impersonated: null, mailbox: team } as const;
    expect(treeOf(getInboxRequest(acts))).toEqual(treeOf(library.bodies[0] ?? ''));
  });
});

describe('what the counterpart of Exchange answers', () => {
  const at = async (plan: Partial<EwsPlan>, sender = relay, impersonated?: string) =>
    libraryAt((await start(plan)).port, ExchangeVersion.Exchange2013_SP1, sender, impersonated);

  it('is understood by an independent client', async () => {
    const library = await at({});
    expect((await library.openInbox()).Id.UniqueId).toBe('AAMkAD=');
    await library.send();
    expect(library.service.ServerInfo.MajorBuildNumber).toBe(1_748);
  });

  it.each<[string, Partial<EwsPlan>, string, string | undefined]>([
    ['ErrorSendAsDenied', {}, 'boss@example.test', undefined],
    ['ErrorServerBusy', { backOffMs: 1_000 }, relay, undefined],
    ['ErrorImpersonateUserDenied', { impersonators: [] }, relay, relay],
    ['ErrorNonExistentMailbox', {}, relay, 'x@example.test'],
    ['ErrorInvalidServerVersion', { build: [14, 3, 123, 3] }, relay, undefined],
  ])('is the same error to it: %s', async (code, plan, sender, impersonated) => {
    const library = await at(plan, sender, impersonated);
    const failure: { ErrorCode?: number; ResponseCode?: number } = await library.send().then(
      () => ({}),
      (error: object) => error,
    );
    // What one operation says has the first, what refuses a request as a whole the second.
    const codes = [failure.ErrorCode, failure.ResponseCode].map((number) => ServiceError[number ?? -1]);
    expect(codes).toContain(code);
  });
});
