import type { Say } from '../proof/say.ts';
import type { DirectoryVerdict } from './directoryVerdict.ts';

/** The verdict in words of `directory` and `proof`: whether Active Directory can be used, and, where something else is broken, that. */
export const directoryVerdictText = (
  { kind, through, userName, failedAt, broken }: DirectoryVerdict,
  say: Say,
  language: string,
): { first: string; rest: string | null } => {
  const listed = (items: readonly string[], type: 'conjunction' | 'unit'): string =>
    new Intl.ListFormat(language, { type }).format(items);
  const brokenText = ({ controller, stages }: DirectoryVerdict['broken'][number]): string => {
    const names = listed(
      stages.map((stage) => say(`proof:stages.${stage}`)),
      'unit',
    );
    return controller === null ? names : say('directory:verdict.at', { controller, stages: names });
  };
  const isThrough = kind === 'usable' && through.length > 0;
  return {
    first: say(`directory:verdict.${isThrough ? 'usableThrough' : kind}`, {
      ...{ controllers: listed(through, 'conjunction'), userName },
      stage: failedAt === null ? '' : say(`proof:stages.${failedAt}`),
    }),
    rest:
      broken.length === 0
        ? null
        : say('directory:verdict.broken', { stages: listed(broken.map(brokenText), 'conjunction') }),
  };
};
