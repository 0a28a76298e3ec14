/** Protection that the operating system gives to the person or machine that runs the program. */
export type OperatingSystemProtector = {
  /** Code of the reason why it cannot be used here and now (`security:unavailable.<code>`); null: it can. */
  unavailableBecause(): Promise<string | null>;
  /** `detail`: what protects the key, and for whom, to be shown. */
  protect(key: Buffer): Promise<{ blob: Buffer; detail: string }>;
  /** Throws when this machine or person cannot open it. `isOutdated`: it should be protected anew. */
  unprotect(blob: Buffer): Promise<{ key: Buffer; isOutdated: boolean }>;
};
