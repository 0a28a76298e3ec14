const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** True for a GUID in text (RFC 9562, 4), without braces: what Microsoft names tenants, applications and events by. */
export const isGuid = (text: string): boolean => guid.test(text);
