/**
 * How long a server asks to be left alone (Retry-After: RFC 9110, 10.2.3), in whole seconds from now on; null: it does
 * not say, or says it in no way that can be read.
 */
export const retryAfterSeconds = (field: string | undefined, now: Date): number | null => {
  const text = field?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text);
  const time = /^[A-Za-z]{3,9}, /.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? null : Math.max(0, Math.ceil((time - now.getTime()) / 1_000));
};
