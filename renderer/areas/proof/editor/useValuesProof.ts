import { useState } from 'react';
import { type StartProof, useProofRun } from '../useProofRun.ts';

/** A proof, and with which values it was made. */
export const useValuesProof = <Values>() => {
  const proof = useProofRun();
  const [provenValues, setProvenValues] = useState('');

  /** True when the proof shown was made with exactly these values. */
  const fits = (values: Values | null): boolean => values !== null && JSON.stringify(values) === provenValues;

  return {
    ...proof,
    /** Proves `values`; gives the proof as it ended and what kept it from being made. */
    proveWith: (values: Values, start: StartProof) => {
      setProvenValues(JSON.stringify(values));
      return proof.start(start);
    },
    /** Drops a proof of other values than these, and with it a password that was typed for it (REQUIREMENTS M09). */
    keepOnlyOf: (values: Values | null) => {
      if (fits(values)) return;
      setProvenValues('');
      proof.forget();
    },
    /**
     * After saving: `readBack` are the same values as `written`, so a proof of these is one of those. A proof of other
     * values fits nothing any more, and a password that was typed for it is dropped (REQUIREMENTS M09).
     */
    adopt: (written: Values, readBack: Values) =>
      setProvenValues((proven) => (proven === JSON.stringify(written) ? JSON.stringify(readBack) : '')),
    fits,
  };
};

export type ValuesProof<Values> = ReturnType<typeof useValuesProof<Values>>;
