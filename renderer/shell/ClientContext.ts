import { createContext, useContext } from 'react';
import type { Client } from '../api/client.ts';

export const ClientContext = createContext<Client | null>(null);

/** The client of the door through which this page came. */
export const useClient = (): Client => {
  const client = useContext(ClientContext);
  if (!client) throw new Error('No client around this component');
  return client;
};
