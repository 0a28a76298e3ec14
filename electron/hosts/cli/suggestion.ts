/** How many characters must be put in, taken out or replaced to make one text of the other (Levenshtein). */
const distance = (from: string, to: string): number => {
  let above = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (const [row, character] of [...from].entries()) {
    let left = row + 1;
    above = above.map((up, column) => {
      if (column === 0) return left;
      const diagonal = (above[column - 1] ?? 0) + (to[column - 1] === character ? 0 : 1);
      left = Math.min(left + 1, up + 1, diagonal);
      return left;
    });
  }
  return above.at(-1) ?? 0;
};

/** The parameter `suggestion` of a UsageError: the candidate that was meant, if one is only a slip away. */
export const suggestion = (word: string, candidates: readonly string[]): { suggestion?: string } => {
  const farthest = Math.min(3, Math.floor(word.length / 3));
  const near = candidates
    .filter((candidate) => Math.abs(candidate.length - word.length) <= farthest)
    .map((candidate) => ({ candidate, far: distance(word, candidate) }))
    .filter(({ far }) => far <= farthest)
    .sort((one, other) => one.far - other.far);
  return near[0] ? { suggestion: near[0].candidate } : {};
};
