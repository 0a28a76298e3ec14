import type { AnySchema, ContractProcedure, ErrorMap, Route } from '@orpc/contract';
import { contract } from '../../contract/contract.ts';
import type { OperationMeta } from '../../contract/operation.ts';

type Operation = ContractProcedure<AnySchema, AnySchema, ErrorMap, OperationMeta>;

export type ApiOperation = { name: string; meta: OperationMeta; route: Route };

const areas: Readonly<Record<string, Readonly<Record<string, Operation>>>> = contract;

/** Every operation of the contract, `area.verbNoun`, with what hosts need to know of it. */
export const apiOperations: readonly ApiOperation[] = Object.entries(areas).flatMap(([area, operations]) =>
  Object.entries(operations).map(
    ([
      name,
      {
        '~orpc': { meta, route },
      },
    ]) => ({
      name: `${area}.${name}`,
      meta,
      route,
    }),
  ),
);
