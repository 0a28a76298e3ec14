import type { OAuthRefusal } from '../../protocols/oauth/oauthError.ts';

/** A token needs a person, and nobody may be asked now. `refusal`: why the kept sign-in no longer holds; null: there is none. */
export class SignInAgain extends Error {
  override readonly name = 'SignInAgain';
  readonly refusal: OAuthRefusal | null;

  constructor(refusal: OAuthRefusal | null) {
    super('SignInAgain');
    this.refusal = refusal;
  }
}
