import { labPage } from './labPage.ts';

type Context = { body: unknown };

/**
 * The pages of a provider on which a person types in the code that a device shows (RFC 8628, 3.3). Who types it in has the device
 * at hand: the question whether it is the same one (5.4) is answered with the code.
 */
export const devicePages = {
  /** `form` is the provider's own; a code that it did not take comes back as an error. */
  userCodeInputSource: (context: Context, form: string, _: unknown, error?: Error): void => {
    context.body = labPage(
      'Enter code',
      `<p role="alert">${error?.message ?? ''}</p>
${form}
<button form="op.deviceInputForm" name="confirm" value="yes">Next</button>`,
    );
  },
  successSource: (context: Context): void => {
    context.body = labPage('Signed in', '<p>You can close this window.</p>');
  },
};
