// Getting to a person, a place or a thing from a list: walking or being there now. The actions themselves say why when they can not.
import type { Ui } from '../Ui.ts';

export type Goal = { person: string } | { area: string } | { object: string };

/** @param name what it is called, for the note */
export async function goTo({ app }: Ui, goal: Goal, name: string, how: 'walking' | 'now'): Promise<void> {
  if (how === 'now') {
    await app.actions.beThere(goal);
    return;
  }
  app.toasts.add({ key: 'walk.started', words: { name } });
  await app.actions.walkTo(goal);
}

/** Walks to a thing and uses it. */
export async function goAndUse({ app }: Ui, thingId: string): Promise<void> {
  await app.actions.use(thingId);
}
