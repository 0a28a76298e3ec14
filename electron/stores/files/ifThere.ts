import { systemCodeOf } from './storageFailure.ts';

/** Null when the file is not there; any other refusal of the system is thrown. */
export const ifThere = async <Result>(work: Promise<Result>): Promise<Result | null> => {
  try {
    return await work;
  } catch (error) {
    if (systemCodeOf(error) === 'ENOENT') return null;
    throw error;
  }
};
