// Who hears me, with their names: what the microphone's button, its note and the panel say alike.
import { isTaped } from '../../world/isTaped.ts';
import type { World } from '../../world/World.ts';
import { useUi } from '../Ui.ts';
import { type Hearers, hearersOf, listNames } from './hearers.ts';

export interface NamedHearers extends Hearers {
  /** "Noor and Ada"; empty when nobody. */
  names: string;
  /** A recording is one of them. */
  taped: boolean;
}

export function useHearers(world: World): NamedHearers {
  const nameAll = useNames(world);
  const conversation = world.talk.conversation.value;
  const hearers = hearersOf(conversation, world.myId.value);
  const { t, language } = useUi();
  const names = nameAll(hearers.people.map(({ personId }) => personId));
  const audience = hearers.kind === 'silent' ? 0 : (conversation?.audience ?? 0);
  const taped = isTaped(world);
  if (audience === 0 && !taped) return { ...hearers, names, taped };
  // the audience of a talk is counted, not listed
  const others = [...(audience > 0 ? [t('stage.audienceWords', { n: audience })] : []), ...(taped ? [t('recording.hearer')] : [])];
  const all = listNames(names === '' ? others : [names, ...others], language.value, () => '');
  return { kind: 'heard', people: hearers.people, names: all, taped };
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
