import type { LanguageChoice } from './LanguageChoiceMenu.tsx';
import { useGeneral, useSaveGeneral } from './useGeneral.ts';

/** The language for everybody who has chosen none; by default that of the system. */
export const useConsoleLanguage = (): LanguageChoice => {
  const general = useGeneral().data?.general;
  const save = useSaveGeneral();
  return {
    present: general?.language ?? null,
    otherwise: 'system',
    choose: (language) => save.mutate({ language }),
  };
};
