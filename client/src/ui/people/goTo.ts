// Getting to a person, a place or a thing from a list: walking or being there now, with a word when it cannot be.
import type { Ui } from '../Ui.ts';

export type Goal = { person: string } | { area: string } | { object: string };

/** @param name what it is called, for the sentence */
export async function goTo({ app }: Ui, goal: Goal, name: string, how: 'walking' | 'now'): Promise<void> {
  if (how === 'now') {
    const outcome = await app.actions.beThere(goal);
    if ('refused' in outcome) app.toasts.add({ key: `refusal.${outcome.refused}` });
    return;
  }
  app.toasts.add({ key: 'walk.started', words: { name } });
  const walk = await app.actions.walkTo(goal);
  if (!walk.arrived && !stillWalking(app)) app.toasts.add({ key: 'walk.blocked', words: { name } });
}

/** A walk that another one replaced is not a failed one. */
const stillWalking = (app: Ui['app']): boolean => app.world.peek()?.own.moving ?? false;

/** Walks to a thing and uses it. */
export async function goAndUse(ui: Ui, thingId: string, name: string): Promise<void> {
  const { app } = ui;
  const walk = await app.actions.walkTo({ object: thingId });
  if (!walk.arrived) {
    if (!stillWalking(app)) app.toasts.add({ key: 'walk.blocked', words: { name } });
    return;
  }
  const outcome = await app.actions.use(thingId);
  if ('refused' in outcome) app.toasts.add({ key: `refusal.${outcome.refused}` });
}
