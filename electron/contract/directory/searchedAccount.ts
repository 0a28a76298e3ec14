/** What of a typed text is looked for among account names: without the domain before it, `CORP\ann`. The shortest that is searched. */
export const searchedAccount = (text: string): string => text.slice(text.indexOf('\\') + 1);
