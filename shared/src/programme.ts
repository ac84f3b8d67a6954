// The programme of a talk: titles of chapters that are to come. What has been marked by its title is done.

/** @returns the titles that no chapter has yet, in their order */
export function programmeLeft(programme: readonly string[], chapters: readonly { title: string }[]): string[] {
  const marked = new Map<string, number>();
  for (const { title } of chapters) marked.set(title, (marked.get(title) ?? 0) + 1);
  return programme.filter((title) => {
    const left = marked.get(title) ?? 0;
    if (left > 0) marked.set(title, left - 1);
    return left === 0;
  });
}
