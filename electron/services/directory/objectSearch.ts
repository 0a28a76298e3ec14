import type { SearchObjectsInput } from '../../contract/directory/directoryPeople.contract.ts';

/** What is looked for, and within which limits: at most `size` objects, `timeSeconds` on the server. */
export type ObjectSearch = SearchObjectsInput & { size: number; timeSeconds: number };
