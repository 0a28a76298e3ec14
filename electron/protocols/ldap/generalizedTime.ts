const form = /^(\d{4})(\d\d)(\d\d)(\d\d)(?:(\d\d)(\d\d)?)?(?:[.,](\d+))?(Z|[+-]\d\d(?:\d\d)?)$/;

const minuteMs = 60_000;

const offsetMs = (zone: string): number => {
  if (zone === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3) || '0');
  return (zone.startsWith('-') ? -minutes : minutes) * minuteMs;
};

/** A part of the smallest unit that is written: of a second, a minute or an hour. */
const fractionMs = (digits: string | undefined, unitMs: number): number =>
  digits === undefined ? 0 : Math.trunc(Number(`0.${digits}`) * unitMs);

/**
 * Reads a time as rootDSE's currentTime and whenCreated have it: `20261121175300.0Z` (RFC 4517, 3.3.13).
 * @returns milliseconds since 1970; null when the text is no such time.
 */
export const decodeGeneralizedTime = (text: string): number | null => {
  const [, year, month, day, hour, minute, second, fraction, zone] = form.exec(text) ?? [];
  if (zone === undefined) return null;
  const iso = `${year}-${month}-${day}T${hour}:${minute ?? '00'}:${second ?? '00'}.000Z`;
  const ms = Date.parse(iso);
  // Date.parse takes 30 February for 2 March.
  if (Number.isNaN(ms) || new Date(ms).toISOString() !== iso) return null;
  const unitMs = minute === undefined ? 60 * minuteMs : second === undefined ? minuteMs : 1_000;
  return ms + fractionMs(fraction, unitMs) - offsetMs(zone);
};
