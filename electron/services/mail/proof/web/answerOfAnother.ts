import type { GraphRefusal } from '../../../../protocols/graph/graphRefusal.ts';

/** Of these, a page means what Graph's own answer would: a sign-in, a size, a pause. */
const sameOfAnybody: readonly number[] = [401, 413, 429];

const isRefusalOfAnother = (status: number): boolean =>
  status >= 400 && status < 500 && !sameOfAnybody.includes(status);

/**
 * What an answer tells that comes from something in front of Microsoft Graph, which accepts with 202 and refuses with 400 or
 * more, in JSON. A redirection or a page says that the message did not get to Graph. Any other success may be a 202 that a
 * gateway has rewritten: a second attempt could deliver the message twice. Null: it is judged as an answer of Graph.
 */
export const answerOfAnother = ({
  status,
  code,
  isPage,
}: Pick<GraphRefusal, 'status' | 'code' | 'isPage'>): { mayBeTaken: boolean } | null => {
  if (code !== '') return null;
  if (status >= 400) return isPage && isRefusalOfAnother(status) ? { mayBeTaken: false } : null;
  return { mayBeTaken: status < 300 && !isPage };
};
