/** Does the work when it is first asked for and keeps what it gave. A failure is not kept: the next one tries again. */
export const keepResult = <Result>(work: () => Promise<Result>): (() => Promise<Result>) => {
  let kept: Promise<Result> | undefined;
  const begin = async (): Promise<Result> => {
    try {
      return await work();
    } catch (error) {
      kept = undefined;
      throw error;
    }
  };
  return () => (kept ??= begin());
};
