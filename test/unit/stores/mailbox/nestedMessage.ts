/** A message of 400 parts inside each other: more than any parser follows. */
export const nestedMessage = Buffer.from(
  Array.from(
    { length: 400 },
    (_, depth) => `Content-Type: multipart/mixed; boundary=b${depth}\r\n\r\n--b${depth}\r\n`,
  ).join(''),
);
