const encoded = (mark: string): string =>
  `%${mark.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;

const withSmallDigits = (spelling: string): string =>
  spelling.replace(/%[0-9A-F]{2}/g, (triplet) => triplet.toLowerCase());

/**
 * The ways in which programs percent-encode a text: as a part of an address (RFC 3986, 2.1), where some leave marks as
 * they are, and in a form (application/x-www-form-urlencoded), where a blank is `+`; with capital and with small digits, as
 * .NET's HttpUtility writes them; each once. Half a surrogate pair becomes U+FFFD.
 */
export const percentSpellings = (text: string): string[] => {
  const address = encodeURIComponent(text.toWellFormed());
  const spellings = [
    address,
    address.replace(/['~]/g, encoded),
    address.replace(/[!'()]/g, encoded),
    address.replace(/[!'()*]/g, encoded),
    address.replace(/[!'()~]/g, encoded),
    address.replace(/[!'()*~]/g, encoded),
    address.replace(/[-_.!'()*~]/g, encoded),
  ];
  const inForms = spellings.flatMap((spelling) => [spelling, spelling.replaceAll('%20', '+')]);
  return [...new Set(inForms.flatMap((spelling) => [spelling, withSmallDigits(spelling)]))];
};
