import type { TokenNeed } from './tokenNeeds.ts';

/** The account that is to sign in: whom the application's user names, where it is not the mailbox itself (a shared one signs in nobody). */
export const loginHintOf = ({
  client: { grant },
  userName,
}: Pick<TokenNeed, 'client' | 'userName'>): string =>
  (grant.flow === 'authorizationCode' ? grant.loginHint : null) ?? userName;
