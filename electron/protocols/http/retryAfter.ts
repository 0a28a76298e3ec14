/** The three forms of a date, all in GMT (RFC 9110, 5.6.7); the last one does not say so. */
const dated = /^[A-Za-z]{3,9}, .+ GMT$/;
const asctime = /^[A-Za-z]{3} [A-Za-z]{3} [ \d]\d \d\d:\d\d:\d\d \d{4}$/;

const timeOf = (text: string): number => {
  if (dated.test(text)) return Date.parse(text);
  return asctime.test(text) ? Date.parse(`${text} GMT`) : Number.NaN;
};

/**
 * How long a server asks to be left alone (Retry-After: RFC 9110, 10.2.3), in whole seconds from now on; null: it does
 * not say, or says it in no way that can be read.
 */
export const retryAfterSeconds = (field: string | undefined, now: Date): number | null => {
  const text = field?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text);
  const time = timeOf(text);
  return Number.isNaN(time) ? null : Math.max(0, Math.ceil((time - now.getTime()) / 1_000));
};
