/** Collects what must be undone, and undoes it in reverse order. */
export class Teardown {
  readonly #steps: (() => Promise<void> | void)[] = [];

  /** Adds a step; it runs before all steps added earlier. */
  add(step: () => Promise<void> | void): void {
    this.#steps.push(step);
  }

  /**
   * Runs every step once, also when one of them fails.
   * @throws AggregateError with all failures, after the last step has run.
   */
  async run(): Promise<void> {
    const failures: unknown[] = [];
    for (let step = this.#steps.pop(); step !== undefined; step = this.#steps.pop()) {
      try {
        await step();
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, 'The lab could not be taken down cleanly.');
  }
}
