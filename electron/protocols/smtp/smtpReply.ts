/** A reply of a server (RFC 5321, 4.2), without control characters interpreted or replaced. */
export type SmtpReply = {
  code: number;
  /** RFC 3463 status code such as `5.7.1`; null where the reply has none. */
  enhanced: string | null;
  /** Texts of the lines, without codes. */
  lines: readonly string[];
};

const enhancedPattern = /^([245]\.\d{1,3}\.\d{1,3})(?: +|$)/;

/** RFC 2034, 4: only 2xx, 4xx and 5xx replies carry one, of the same class. */
const enhancedIn = (code: number, text: string): string | null => {
  const found = enhancedPattern.exec(text)?.[1];
  return found !== undefined && found.startsWith(String(code).charAt(0)) ? found : null;
};

/** Makes a reply of its code and the texts after the code. */
export const toReply = (code: number, texts: readonly string[]): SmtpReply => {
  const enhanced = texts.map((text) => enhancedIn(code, text)).find((found) => found !== null) ?? null;
  const lines = texts.map((text) =>
    enhancedIn(code, text) === null ? text : text.replace(enhancedPattern, ''),
  );
  return { code, enhanced, lines };
};

/** True for 2xx: done. */
export const isPositive = ({ code }: SmtpReply): boolean => code >= 200 && code < 300;
