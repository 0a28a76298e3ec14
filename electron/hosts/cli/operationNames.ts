import { contract } from '../../contract/contract.ts';

/** Every operation as `call` takes it, `area.verbNoun`. */
export const operationNames: readonly string[] = Object.entries(contract).flatMap(([area, operations]) =>
  Object.keys(operations).map((operation) => `${area}.${operation}`),
);
