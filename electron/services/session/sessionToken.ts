import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits as base64url: what shows that a call belongs to a session (ASVS 7.2.3 asks for 128). */
export const createSessionToken = (): string => randomBytes(32).toString('base64url');

/** What is kept of a token: who reads the database can show none. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');
