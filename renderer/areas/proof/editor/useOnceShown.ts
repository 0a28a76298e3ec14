import { useEffect, useReducer } from 'react';

/** Gives a function that lets `act`, always the same function, run as soon as the page shows what is set with it. */
export const useOnceShown = (act: () => void): (() => void) => {
  const [requests, request] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    if (requests > 0) act();
  }, [act, requests]);
  return request;
};
