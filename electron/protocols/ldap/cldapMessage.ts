import { decodeResponse } from './decodeResponse.ts';
import { allOf, equals } from './ldapFilter.ts';
import { LdapMessageReader } from './ldapMessageReader.ts';
import { LdapProtocolError } from './ldapProtocolError.ts';
import { searchRequest } from './ldapRequest.ts';
import type { LdapResponse } from './ldapResponse.ts';

/** The attribute of the rootDSE in which a controller answers. */
const netlogonAttribute = 'netlogon';
/** Wanted forms of the answer (MS-ADTS 6.3.1.1): V5, V5EX and the next closest site; smallest byte first. */
const wantedVersion = Buffer.from([0x16, 0, 0, 0]);

export type PingQuestion = { messageId: number; domain: string; client: string };

/** The question of MS-ADTS 6.3.3.2 in one datagram: a search of the rootDSE for its attribute Netlogon. */
export const encodePing = ({ messageId, domain, client }: PingQuestion): Buffer => {
  const filter = allOf(equals('DnsDomain', domain), equals('Host', client), equals('NtVer', wantedVersion));
  const request = { base: '', scope: 'base', filter, attributes: [netlogonAttribute] } as const;
  return searchRequest(request, [])(messageId);
};

/** The messages that stand one behind the other in a datagram. Throws LdapProtocolError. */
const messagesOf = (datagram: Buffer): LdapResponse[] => {
  const reader = new LdapMessageReader();
  reader.push(datagram);
  const messages: LdapResponse[] = [];
  for (let message = reader.next(); message !== null; message = reader.next())
    messages.push(decodeResponse(message));
  if (!reader.isEmpty) throw new LdapProtocolError('A datagram ends in the middle of a message.');
  return messages;
};

/**
 * What a datagram says to the question with this id: the value of Netlogon; null when there is none, which is how a
 * controller of other domains answers (MS-ADTS 6.3.3.3); undefined when it answers another question. Throws
 * LdapProtocolError.
 */
export const readPingAnswer = (datagram: Buffer, messageId: number): Buffer | null | undefined => {
  const own = messagesOf(datagram).filter((message) => message.messageId === messageId);
  if (own.length === 0) return undefined;
  const values = own.flatMap(({ answer }) =>
    answer.kind === 'entry' ? (answer.attributes.get(netlogonAttribute) ?? []) : [],
  );
  return values[0] ?? null;
};
