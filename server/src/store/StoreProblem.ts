// Why nothing can be kept now: the database takes no writes, or does not answer at all. Told to people as a sentence, not as a fault of theirs.
export class StoreProblem extends Error {
  override readonly name = 'StoreProblem';
}
