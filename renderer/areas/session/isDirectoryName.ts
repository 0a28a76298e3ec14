/** True for the name of somebody of the directory, `CORP\anna`: no local user has such a name (REQUIREMENTS U19). */
export const isDirectoryName = (name: string): boolean => name.includes('\\');
