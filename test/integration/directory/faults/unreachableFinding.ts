import { z } from 'zod';
import { isFailure } from '../../../../electron/contract/failures.ts';
import { findingSchema } from '../../../../electron/contract/proof/finding.ts';

const unreachableSchema = z.object({ finding: findingSchema });

/** The code of the finding with which work ends as DIRECTORY_UNREACHABLE; null: it succeeded. Throws any other error. */
export const unreachableFinding = async (work: Promise<unknown>): Promise<string | null> => {
  try {
    await work;
    return null;
  } catch (error) {
    if (!isFailure(error) || error.code !== 'DIRECTORY_UNREACHABLE') throw error;
    return unreachableSchema.parse(error.data).finding.code;
  }
};
