import { OAuthRefusal, UnusableAnswer } from './oauthError.ts';
import { refusalCode, secondCode } from './refusalCodes.ts';
import { withoutSecrets } from './withoutSecrets.ts';

/**
 * Reads what the browser brought back (RFC 6749, 4.1.2). Throws OAuthRefusal when the provider, or the person, said no,
 * and UnusableAnswer when it is neither a yes nor a no.
 */
export const toAuthorization = (answer: URL): { code: string } => {
  const { searchParams } = answer;
  const error = searchParams.get('error');
  const description = withoutSecrets(searchParams.get('error_description') ?? '', []);
  if (error !== null) {
    const number = /\bAADSTS(\d+)/.exec(description)?.[1];
    throw new OAuthRefusal({
      error: refusalCode(error, []),
      description,
      errorNo: number === undefined ? null : Number(number),
      subError: secondCode(searchParams.get('error_subcode'), []),
      correlationId: null,
      status: null,
      command: 'authorize',
      retryAfterMs: null,
      serverTimeMs: null,
    });
  }
  const [code, ...others] = searchParams.getAll('code');
  if (code === undefined || code === '' || others.length > 0)
    throw new UnusableAnswer('protocol', 'authorize', null, 'code');
  return { code };
};
