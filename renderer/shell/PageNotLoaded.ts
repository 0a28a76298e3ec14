/** A page did not come: the program has ended, or another version of it runs now. Only loading anew can help. */
export class PageNotLoaded extends Error {
  override readonly name = 'PageNotLoaded';

  constructor(options: ErrorOptions) {
    super('The page could not be loaded', options);
  }
}
