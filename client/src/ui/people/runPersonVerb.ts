// Does what a person's row offers: together with them, for the office, or to have peace from them.
import { isRefused } from '@comptoir/shared/protocol/requests';
import type { Person } from '../../world/World.ts';
import type { Ui } from '../Ui.ts';
import { goTo } from './goTo.ts';
import type { HostVerb, PersonVerb } from './personVerbs.ts';

export function runPersonVerb(ui: Ui, verb: PersonVerb, { personId, name }: Person): void {
  const { talk } = ui.app.actions;
  switch (verb) {
    case 'walkOver':
      // whoever comes over on purpose joins; what needs a yes is asked on the way
      ui.app.toasts.add({ key: 'walk.started', words: { name } });
      return void talk.approach(personId);
    case 'wave':
      return void talk.ask('talk', personId);
    case 'knock':
      return void talk.ask('knock', personId);
    case 'invite':
      return void talk.ask('join', personId);
    case 'write':
      return talk.write(personId);
    case 'beThere':
      return void goTo(ui, { person: personId }, name, 'now');
  }
}

export function runHostVerb(ui: Ui, verb: HostVerb, { personId, name, rank }: Person): void {
  if (verb === 'mute') void mute(ui, personId, name);
  else ui.asking.value = verb === 'role' ? { what: 'role', personId, name, rank } : { what: verb, personId, name };
}

async function mute({ app }: Ui, personId: string, name: string): Promise<void> {
  const answer = await app.actions.ask('mute', { personId });
  if (!isRefused(answer)) app.toasts.add({ key: 'host.muted', words: { name } });
}

/** U73: at once, with a note that takes it back. */
export async function setBlocked(ui: Ui, { personId, name }: Pick<Person, 'personId' | 'name'>, blocked: boolean): Promise<void> {
  const { app } = ui;
  const answer = await app.actions.ask('block', { personId, blocked });
  if (isRefused(answer)) return;
  if (blocked) app.toasts.add({ key: 'block.done', words: { name }, undo: () => void setBlocked(ui, { personId, name }, false) });
  else app.toasts.add({ key: 'block.undone', words: { name } });
}
