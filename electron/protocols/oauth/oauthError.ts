/** What was asked of the provider when it refused. */
export type OAuthCommand = 'token' | 'authorize' | 'device' | 'discovery';

export type RefusalFacts = {
  /** The code of RFC 6749, 5.2 and 4.1.2.1: `invalid_client`. */
  error: string;
  /** The server's words; no token, code or secret is in them. */
  description: string;
  /** Entra's number, as in AADSTS7000215; null: another provider, or none. */
  errorNo: number | null;
  /** Entra's `suberror`; null: none. */
  subError: string | null;
  /** With it the provider's support finds the event; null: none. */
  correlationId: string | null;
  /** HTTP status; null: the answer came by the browser, or nothing was asked. */
  status: number | null;
  command: OAuthCommand;
  /** When the provider may be asked again; null: it does not say. */
  retryAfterMs: number | null;
  /** The provider's clock by its field `Date`; null: it does not say. */
  serverTimeMs: number | null;
};

/** The provider understood and said no. */
export class OAuthRefusal extends Error implements RefusalFacts {
  override readonly name = 'OAuthRefusal';
  readonly error: string;
  readonly description: string;
  readonly errorNo: number | null;
  readonly subError: string | null;
  readonly correlationId: string | null;
  readonly status: number | null;
  readonly command: OAuthCommand;
  readonly retryAfterMs: number | null;
  readonly serverTimeMs: number | null;

  constructor(facts: RefusalFacts) {
    super(`${facts.error} ${facts.description}`.trim());
    this.error = facts.error;
    this.description = facts.description;
    this.errorNo = facts.errorNo;
    this.subError = facts.subError;
    this.correlationId = facts.correlationId;
    this.status = facts.status;
    this.command = facts.command;
    this.retryAfterMs = facts.retryAfterMs;
    this.serverTimeMs = facts.serverTimeMs;
  }
}

/** The person has not typed in the device code in time (RFC 8628, 3.5), by the program's own clock. */
export const deviceCodeExpired = (): OAuthRefusal =>
  new OAuthRefusal({
    error: 'expired_token',
    description: '',
    errorNo: null,
    subError: null,
    correlationId: null,
    status: null,
    command: 'token',
    retryAfterMs: null,
    serverTimeMs: null,
  });

export type UnusableAnswerCode =
  /** Neither JSON nor anything else of the protocol: a proxy's page, another server. */
  | 'notJson'
  /** A status that is no success, and no reason that the protocol knows. */
  | 'withoutReason'
  /** Success, but no access token, or one of a type other than Bearer. */
  | 'withoutToken'
  /** The identity token is not one for this sign-in: nonce, issuer or audience, or its time where the clocks agree. */
  | 'wrongIdentity'
  /** The time of the identity token is not now, by the clock of this machine. */
  | 'clockWrong'
  /** The answer breaks the protocol in another way. */
  | 'protocol';

/** What came is not the answer of a provider. */
export class UnusableAnswer extends Error {
  override readonly name = 'UnusableAnswer';
  readonly code: UnusableAnswerCode;
  readonly command: OAuthCommand;
  readonly status: number | null;
  /**
   * The start of what came, without secrets, and empty where that may be a token; for `wrongIdentity`, `clockWrong` and
   * `protocol`: which rule is broken.
   */
  readonly words: string;

  constructor(code: UnusableAnswerCode, command: OAuthCommand, status: number | null, words: string) {
    super(code);
    this.code = code;
    this.command = command;
    this.status = status;
    this.words = words;
  }
}

/** The answer would be one, were it not for the time in it. */
export class ClockWrong extends UnusableAnswer {
  /** The provider's clock by its field `Date`; null: it does not say. */
  readonly serverTimeMs: number | null;

  constructor(rule: string, serverTimeMs: number | null) {
    super('clockWrong', 'token', null, rule);
    this.serverTimeMs = serverTimeMs;
  }
}

/** Another program listens where the browser is to answer. */
export class PortInUse extends Error {
  override readonly name = 'PortInUse';
  readonly port: number;

  constructor(port: number) {
    super('PortInUse');
    this.port = port;
  }
}

/**
 * The system lets nobody listen where the browser is to answer: Windows keeps ranges of ports for Hyper-V, WSL and containers,
 * and a port that another program has for itself alone (WSAEACCES).
 */
export class PortReserved extends Error {
  override readonly name = 'PortReserved';
  readonly port: number;

  constructor(port: number) {
    super('PortReserved');
    this.port = port;
  }
}

export type FlowUnavailableReason =
  /** Client credentials need a secret or a certificate. */
  | 'proofMissing'
  /** No address for the browser, or for device codes, is known. */
  | 'endpointMissing'
  /** The certificate's key is of a kind with which this provider lets nobody sign. */
  | 'keyKind'
  /** An address is neither https nor of the machine itself. */
  | 'addressUnsafe';

/** The settings do not allow what was asked for; nothing was sent. */
export class FlowUnavailable extends Error {
  override readonly name = 'FlowUnavailable';
  readonly reason: FlowUnavailableReason;

  constructor(reason: FlowUnavailableReason) {
    super(reason);
    this.reason = reason;
  }
}
