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
  const conversation = world.talk.conversation.value;
  const hearers = hearersOf(conversation, world.myId.value);
  const { t, language } = useUi();
  const names = nameAll(hearers.people.map(({ personId }) => personId));
  const audience = hearers.kind === 'silent' ? 0 : (conversation?.audience ?? 0);
  if (audience === 0) return { ...hearers, names };
  // the audience of a talk is counted, not listed
  const counted = t('stage.audienceWords', { n: audience });
  return { kind: 'heard', people: hearers.people, names: listNames(names === '' ? [counted] : [names, counted], language.value, () => '') };
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
