/** True for an address that a browser may be sent to; one that a server named could also be a script. */
export const isWebAddress = (address: string): boolean =>
  URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);
