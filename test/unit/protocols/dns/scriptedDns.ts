import { readQuestion } from '../../../lab/directory/dnsMessage.ts';
import { startBothTransports, type Transport } from '../bothTransports.ts';

/** What the server answers to a query; null: nothing. */
export type DnsScript = (query: Buffer, transport: Transport) => Buffer | null;

export type ScriptedDns = AsyncDisposable & {
  /** `127.0.0.1:port`, UDP and TCP. */
  readonly address: string;
  readonly asked: string[];
};

/** Starts a DNS server that says what the script says. */
export const startScriptedDns = async (script: DnsScript): Promise<ScriptedDns> => {
  const asked: string[] = [];
  const answer = (query: Buffer, transport: Transport): Buffer | null => {
    asked.push(`${transport} ${readQuestion(query).name}`);
    return script(query, transport);
  };
  const { port, [Symbol.asyncDispose]: close } = await startBothTransports(answer, 2);
  return { ...{ address: `127.0.0.1:${port}`, asked }, [Symbol.asyncDispose]: close };
};
