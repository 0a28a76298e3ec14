/** The same work with a memory: it is done at the first call; the later ones get what came of it, also its error. */
export const once = <Input, Result>(
  work: (input: Input) => Promise<Result>,
): ((input: Input) => Promise<Result>) => {
  let made: Promise<Result> | null = null;
  return (input) => (made ??= work(input));
};
