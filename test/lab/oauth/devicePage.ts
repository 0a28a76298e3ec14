type Context = { body: unknown };

const page = (title: string, content: string): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Sign in a device to the lab</title>
<h1>${title}</h1>
${content}
</html>
`;

/** The pages of a provider on which a person types in the code that a device shows (RFC 8628, 3.3). */
export const devicePages = {
  /** `form` is the provider's own; a code that it did not take comes back as an error. */
  userCodeInputSource: (context: Context, form: string, _: unknown, error?: Error): void => {
    context.body = page(
      'Enter code',
      `<p role="alert">${error?.message ?? ''}</p>
${form}
<button form="op.deviceInputForm" name="confirm" value="yes">Next</button>`,
    );
  },
  successSource: (context: Context): void => {
    context.body = page('Signed in', '<p>You can close this window.</p>');
  },
};
