import type { DeliveryParts } from '../../../../../electron/services/mail/proof/deliveryPlan.ts';

const unexpected = async (): Promise<never> => {
  throw new Error('No token is expected here.');
};

/** For deliveries that need neither a token nor a proxy. */
export const noTokens: Pick<DeliveryParts, 'tokens' | 'ownTokenHolder' | 'findProxy'> = {
  tokens: { findEndpoints: unexpected, getToken: unexpected },
  ownTokenHolder: unexpected,
  findProxy: async () => null,
};
