// Who hears me, with their names: what the microphone's button, its note and the panel say alike.
import type { World } from '../../world/World.ts';
import { useUi } from '../Ui.ts';
import { type Hearers, hearersOf, listNames } from './hearers.ts';

export interface NamedHearers extends Hearers {
  /** "Noor and Ada"; empty when nobody. */
  names: string;
}

export function useHearers(world: World): NamedHearers {
  const nameAll = useNames(world);
  const hearers = hearersOf(world.talk.conversation.value, world.myId.value);
  return { ...hearers, names: nameAll(hearers.people.map(({ personId }) => personId)) };
}

/** Says persons by name; whoever is unknown (just gone) is left out. */
export function useNames(world: World): (personIds: readonly string[], most?: number) => string {
  const { t, language } = useUi();
  const people = world.people.value;
  return (personIds, most) => {
    const names = personIds.flatMap((id) => people.get(id)?.name ?? []);
    return listNames(names, language.value, (n) => t('hears.more', { n }), most);
  };
}
