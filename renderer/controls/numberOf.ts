/** Digits, also below zero, become a number; nothing typed is missing, anything else stays what it is and the schema refuses it. */
export const numberOf = (text: string): unknown => {
  if (text.trim() === '') return undefined;
  return /^-?\d+$/.test(text.trim()) ? Number(text) : text;
};
