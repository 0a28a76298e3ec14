import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { answerQuery } from './dnsMessage.ts';
import { type AnnouncedController, domainRecords } from './domainRecords.ts';

/** The DNS server of a lab: what it says about each domain can be changed at any moment. */
export type DirectoryDns = {
  /** Address of the server; its port is 53. */
  readonly address: string;
  /** Says from now on that a domain has exactly these controllers, in this order. */
  announce(domain: string, controllers: readonly AnnouncedController[]): void;
  /** Ends the server; calling it again does nothing. */
  close(): Promise<void>;
};

/**
 * Starts a DNS server that knows the controllers of the lab and nothing else (NXDOMAIN); UDP only. Samba's own server
 * would still give the address that a controller had when its archive was made, and nothing while a controller is down.
 * @param address loopback address to listen on.
 */
export async function startDirectoryDns(address: string): Promise<DirectoryDns> {
  const announced = new Map<string, readonly AnnouncedController[]>();
  const socket = createSocket('udp4');
  socket.on('message', (query, { port, address: client }) => {
    const records = [...announced].flatMap(([domain, controllers]) => domainRecords(domain, controllers));
    socket.send(answerQuery(query, records), port, client);
  });
  socket.bind({ address, port: 53, exclusive: true });
  await once(socket, 'listening');
  let isOpen = true;
  return {
    address,
    announce: (domain, controllers) => {
      announced.set(domain, controllers);
    },
    close: async () => {
      if (!isOpen) return;
      isOpen = false;
      const closed = once(socket, 'close');
      socket.close();
      await closed;
    },
  };
}
