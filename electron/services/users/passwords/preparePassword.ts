const nonAsciiSpaces = /[\p{Zs}--[ ]]/gv;
const controls = /[\p{Cc}\p{Cs}]/u;

/**
 * A password as it is compared: the OpaqueString profile of RFC 8265 4.2, so that the same password typed on another
 * keyboard or system is the same. Null when it is empty or holds a control character.
 */
export const preparePassword = (typed: string): string | null => {
  if (typed === '' || controls.test(typed)) return null;
  return typed.replace(nonAsciiSpaces, ' ').normalize('NFC');
};

/** Length as a person counts it, in code points (NIST SP 800-63B-4 3.1.1.2). */
export const passwordLength = (prepared: string): number => [...prepared].length;
