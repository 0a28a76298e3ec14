import type { ServerVersion } from './exchangeVersion.ts';

export type EwsRefusalKind =
  /** 401: the sign-in is missing or was not taken. */
  | 'signIn'
  /** 3xx: the address leads elsewhere, as to the sign-in page of OWA. */
  | 'redirected'
  /** 404: there are no web services at this address. */
  | 'notFound'
  /** A page for people, or anything else that is no SOAP. */
  | 'notEws'
  /** soap:Fault: the request as a whole was refused. */
  | 'fault'
  /** The operation failed, with a code of Exchange. */
  | 'error'
  /** Any other status of HTTP. */
  | 'status';

export type EwsRefused = {
  kind: EwsRefusalKind;
  status: number;
  /** As `ErrorSendAsDenied`; null: the answer has none. */
  responseCode: string | null;
  /** What the server says, in its own words. */
  message: string;
  /** How long Exchange wants to be left alone, in milliseconds; null: it does not say. */
  backOffMs: number | null;
  /** Ways to sign in that the server offers. */
  offered: readonly string[];
  /** Where it sends us instead; null: nowhere. */
  location: string | null;
  serverVersion: ServerVersion | null;
};

/** Exchange, or something in front of it, did not do what it was asked. */
export class EwsRefusal extends Error {
  override readonly name = 'EwsRefusal';
  readonly refused: EwsRefused;

  constructor(refused: EwsRefused) {
    super([refused.status, refused.kind, refused.responseCode ?? ''].join(' ').trim());
    this.refused = refused;
  }
}
