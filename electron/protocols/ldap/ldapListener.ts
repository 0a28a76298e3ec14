/** Hears what a dialogue says, a line for each message; no password and no token stands in it. */
export type LdapListener = { client(line: string): void; server(line: string): void };
