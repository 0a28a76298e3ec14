import type { Language } from '../../electron/contract/languages.ts';
import type { Session } from '../../electron/contract/session/session.contract.ts';

/**
 * The language that was chosen by whoever is at the page; null: none, so the console's. Once signed in that is the person's
 * own one; before that the one of the browser, in which several people may sign in. Who starts the console chooses for it.
 */
export const chosenLanguage = (
  { state, language: own }: Pick<Session, 'state' | 'language'>,
  ofBrowser: Language | null,
): Language | null => {
  if (state === 'starting') return null;
  return state === 'signedIn' ? (own ?? ofBrowser) : (ofBrowser ?? own);
};
