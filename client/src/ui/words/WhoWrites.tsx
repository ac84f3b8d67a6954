// Who is writing in this channel now.
import type { Channel } from '../../world/Talk.ts';
import type { World } from '../../world/World.ts';
import { useUi } from '../Ui.ts';

export function WhoWrites({ world, channel }: { world: World; channel: Channel }) {
  const { t } = useUi();
  const people = world.people.value;
  const names = [...(world.talk.typing.value.get(channel)?.keys() ?? [])].flatMap((id) => people.get(id)?.name ?? []);
  const [first = '', second = ''] = names;
  return (
    <p class="who-writes muted">
      {names.length === 1 && t('words.writes', { name: first })}
      {names.length === 2 && t('words.writeTwo', { name: first, other: second })}
      {names.length > 2 && t('words.writeMany', { n: names.length })}
    </p>
  );
}
