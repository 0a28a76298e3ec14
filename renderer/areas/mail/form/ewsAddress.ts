import { ewsPath } from '../../../../electron/contract/mail/exchange.ts';

/** The address of EWS at a server of which only the name was typed; a whole address, or nothing, stays what it is. */
export const addressOfHost = (typed: string): string => {
  const text = typed.trim();
  const host = /^(?:https:\/\/)?([\p{L}\p{N}.-]+|\[[\da-f:]+\])(:\d+)?\/?$/iu.exec(text);
  return host === null ? typed : `https://${host[1]}${host[2] ?? ''}${ewsPath}`;
};
