type Delivery =
  { kind: 'smtp'; host: string; port: number } | { kind: 'pickup'; folder: string } | { kind: 'capture' };

/** Where a profile delivers to: `host:port` (RFC 3986 brackets around IPv6), the folder, or empty for the built-in mailbox. */
export const targetOf = (values: Delivery): string => {
  if (values.kind === 'pickup') return values.folder;
  if (values.kind === 'capture') return '';
  return values.host.includes(':') ? `[${values.host}]:${values.port}` : `${values.host}:${values.port}`;
};
