import type { Socket } from 'node:net';
import type { WebReply, WebRequest } from '../web/httpsServer.ts';
import type { VerifyToken } from './accessToken.ts';
import { hasRight, readBearer } from './bearer.ts';

/** The server's side of NTLM on one connection. */
export type NtlmServer = {
  /** CHALLENGE for a NEGOTIATE. */
  challenge(negotiate: Buffer): Buffer;
  /** Address of who signs in with this AUTHENTICATE; null: nobody. */
  accept(authenticate: Buffer): string | null;
};

export type EwsSignInPlan = {
  /** What WWW-Authenticate says, a line each, such as `Basic realm="mail.example.test"`. */
  readonly offered: readonly string[];
  /** Passwords by user names; what is signed in has the address of that name. */
  readonly passwords?: Readonly<Record<string, { readonly password: string; readonly address: string }>>;
  readonly ntlm?: () => NtlmServer;
  /** True: NTLM signs one request in, and not the connection (IIS: authPersistSingleRequest). */
  readonly forgetsCaller?: boolean;
  /** Address of whom a token of Kerberos is for; null: nobody. */
  readonly negotiate?: (token: Buffer) => string | null;
  readonly verify?: VerifyToken;
  readonly audience?: string;
};

/** Who asks. An application has no mailbox of its own. */
export type EwsCaller = { readonly address: string | null };

type Judged = EwsCaller | WebReply;

const tokenOf = (request: WebRequest): [scheme: string, token: string] => {
  const [, scheme = '', token = ''] = /^(\S+) (.+)$/.exec(request.headers.authorization ?? '') ?? [];
  return [scheme.toLowerCase(), token];
};

/** Judges who asks; remembers whom NTLM has signed in on which connection, as IIS does. */
export class EwsDoor {
  readonly #plan: EwsSignInPlan;
  readonly #handshakes = new WeakMap<Socket, NtlmServer>();
  readonly #signedIn = new WeakMap<Socket, EwsCaller>();

  constructor(plan: EwsSignInPlan) {
    this.#plan = plan;
  }

  async judge(request: WebRequest): Promise<Judged> {
    const known = this.#signedIn.get(request.connection);
    if (known !== undefined) return known;
    const [scheme, token] = tokenOf(request);
    if (!this.#plan.offered.some((line) => line.toLowerCase().startsWith(scheme)) || scheme === '')
      return this.#refuse();
    if (scheme === 'basic') return this.#judgeBasic(token);
    if (scheme === 'ntlm') return this.#judgeNtlm(request.connection, Buffer.from(token, 'base64'));
    if (scheme === 'bearer') return this.#judgeBearer(request);
    const address = this.#plan.negotiate?.(Buffer.from(token, 'base64')) ?? null;
    return address === null ? this.#refuse() : { address };
  }

  #refuse(lines = this.#plan.offered): WebReply {
    return { status: 401, headers: { 'www-authenticate': lines } };
  }

  #judgeBasic(token: string): Judged {
    const [, name = '', password] = /^([^:]*):(.*)$/s.exec(Buffer.from(token, 'base64').toString()) ?? [];
    const account = this.#plan.passwords?.[name];
    return account !== undefined && account.password === password
      ? { address: account.address }
      : this.#refuse();
  }

  #judgeNtlm(connection: Socket, message: Buffer): Judged {
    const started = this.#handshakes.get(connection);
    if (started === undefined) {
      const server = this.#plan.ntlm?.();
      if (server === undefined) return this.#refuse();
      this.#handshakes.set(connection, server);
      return this.#refuse([`NTLM ${server.challenge(message).toString('base64')}`]);
    }
    this.#handshakes.delete(connection);
    const address = started.accept(message);
    if (address === null) return this.#refuse();
    if (this.#plan.forgetsCaller !== true) this.#signedIn.set(connection, { address });
    return { address };
  }

  async #judgeBearer(request: WebRequest): Promise<Judged> {
    const { verify, audience = 'https://outlook.office365.com' } = this.#plan;
    if (verify === undefined) return this.#refuse();
    const bearer = await readBearer(request, verify, [audience]);
    const isAllowed =
      'claims' in bearer && hasRight(bearer.claims, 'EWS.AccessAsUser.All', 'full_access_as_app');
    if (!isAllowed)
      return this.#refuse(['Bearer client_id="00000002-0000-0ff1-ce00-000000000000", error="invalid_token"']);
    return { address: bearer.claims.scp === undefined ? null : (bearer.claims.upn ?? '') };
  }
}
