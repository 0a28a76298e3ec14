/** Gives the text of a key with its namespace (`proof:stages.bind`), with parameters put in, in one language. */
export type Say = (key: string, parameters?: Readonly<Record<string, string>>) => string;
