import { z } from 'zod';

/** The longest text that a password may be typed as; the rules of passwords say the rest. */
export const typedPasswordSchema = z.string().min(1).max(1_024);
