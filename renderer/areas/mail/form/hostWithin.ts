/** True for a domain itself and for every host below it. `host`: as it was typed. */
export const hostWithin = (host: string, domain: string): boolean => {
  const name = host.trim().toLowerCase();
  return name === domain || name.endsWith(`.${domain}`);
};
