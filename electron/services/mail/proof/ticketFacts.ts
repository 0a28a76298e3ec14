import type { FindTicket } from '../../../protocols/kerberos/listTickets.ts';
import type { StageWork } from '../../proof/stage.ts';

/** Shows whose ticket was given for a service, and until when it holds, where the system tells. */
export const showTicket = async (
  servicePrincipal: string,
  { evidence, signal }: Pick<StageWork, 'evidence' | 'signal'>,
  findTicket: FindTicket,
): Promise<void> => {
  const ticket = await findTicket(servicePrincipal, signal);
  if (ticket === null) return;
  evidence.fact('principal', ticket.principal);
  if (ticket.expiresAt !== null) evidence.fact('ticketExpiresAt', ticket.expiresAt.toISOString());
};
