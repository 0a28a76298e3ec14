/** Tags of RFC 4120 in DER (X.690, 8.1.2): all of them are explicit, as its module says. */
export const kerberosTags = {
  /** AS-REQ, AS-REP and KRB-ERROR (5.10). */
  initialRequest: 0x6a,
  initialReply: 0x6b,
  error: 0x7e,
  bitString: 0x03,
  time: 0x18,
  string: 0x1b,
};

/** The tag of a field `[number]` of a sequence. */
export const fieldTag = (number: number): number => 0xa0 + number;

/** RFC 4120, 5.4.1 (pvno). */
export const protocolVersion = 5;
