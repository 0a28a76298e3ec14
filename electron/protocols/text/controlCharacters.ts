/** What turns the direction of writing around, so that a text can look like what it is not (UAX #9, UTR #36). */
export const directionControls = /\p{Bidi_Control}/gu;

/** What a text must not hold where it is shown: also the control characters and the separators of Unicode. */
export const controlCharacters = /[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu;
