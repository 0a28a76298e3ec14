const encoded = (mark: string): string =>
  `%${mark.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;

/**
 * The ways in which programs percent-encode a text: as a part of an address (RFC 3986, 2.1), where some leave marks as
 * they are, and in a form (application/x-www-form-urlencoded), where a blank is `+`; each once. Half a surrogate pair
 * becomes U+FFFD.
 */
export const percentSpellings = (text: string): string[] => {
  const address = encodeURIComponent(text.toWellFormed());
  const spellings = [
    address,
    address.replace(/[!'()]/g, encoded),
    address.replace(/[!'()*]/g, encoded),
    address.replace(/[!'()~]/g, encoded),
    address.replace(/[!'()*~]/g, encoded),
    address.replace(/[-_.!'()*~]/g, encoded),
  ];
  return [...new Set(spellings.flatMap((spelling) => [spelling, spelling.replaceAll('%20', '+')]))];
};
