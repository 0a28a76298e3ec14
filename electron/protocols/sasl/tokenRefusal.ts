import { z } from 'zod';
import { readJson } from '../text/readJson.ts';

/** Why a server refuses a token, in its own words (RFC 7628, 3.2.2; Google and Microsoft do the same for XOAUTH2). */
export type TokenRefusal = {
  /** All that it said. */
  words: string;
  /** `invalid_token`, or a code of HTTP such as `401`; null: not said. */
  status: string | null;
  schemes: string | null;
  /** The scope that a token would need. */
  scope: string | null;
};

const said = z
  .union([z.string(), z.number().transform(String)])
  .nullable()
  .catch(null);
const refusal = z.object({ status: said, schemes: said, scope: said });
const nothing = { status: null, schemes: null, scope: null };

/** Reads the challenge with which a server refuses a token. What is no JSON is kept as its words. */
export const readTokenRefusal = (challenge: Buffer): TokenRefusal => {
  const words = challenge.toString('utf8');
  const { data = nothing } = refusal.safeParse(readJson(words));
  return { words, ...data };
};
