import type { Language } from '../../electron/contract/languages.ts';
import { useBrowserLanguage } from './browserLanguage.ts';
import { chosenLanguage } from './chosenLanguage.ts';
import type { LanguageChoice } from './LanguageChoiceMenu.tsx';
import { useFailureToast } from './ToastContext.ts';
import { useCommand } from './useCommand.ts';
import { useSession } from './useSession.ts';

/** The language of whoever is at the page: kept with the user; in the browser while nobody is signed in. */
export const useOwnLanguage = (): LanguageChoice => {
  const session = useSession().data;
  const [ofBrowser, chooseForBrowser] = useBrowserLanguage();
  const save = useCommand((client, language: Language | null) =>
    client.session.saveOwnLanguage({ language }),
  );
  const showFailure = useFailureToast();
  return {
    present: session ? chosenLanguage(session, ofBrowser) : ofBrowser,
    otherwise: 'ofConsole',
    choose: (language) => {
      const isPerson = session?.state === 'signedIn' && session.userId !== null;
      if (isPerson) save.mutate(language, { onError: showFailure });
      if (!isPerson || language === null) chooseForBrowser(language);
    },
  };
};
