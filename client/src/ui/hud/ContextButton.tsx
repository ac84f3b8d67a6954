// What X does here and now, as a button above the bar; gone when nothing is within reach.
import { type NextAct, nextAct } from '../../world/nextAct.ts';
import type { World } from '../../world/World.ts';
import { BesideAct } from '../desk/BesideAct.tsx';
import { Icon, type IconName } from '../kit/Icon.tsx';
import { thingName } from '../people/placeName.ts';
import { type Say, useUi } from '../Ui.ts';

const PERSON_ICONS = { join: 'walk', knock: 'door', wave: 'wave' } as const;
const PERSON_WORDS = { join: 'act.join', knock: 'act.knock', wave: 'act.wave' } as const;

function wordsOf(next: NextAct, world: World, language: string, t: Say): { icon: IconName; label: string } {
  switch (next.kind) {
    case 'thing': {
      const { thing } = next;
      if (thing.use === 'coffee') return { icon: 'cup', label: t(world.apero.value ? 'act.apero' : 'act.coffee') };
      if (thing.use === 'echo') return { icon: 'ear', label: t('act.echo') };
      if (thing.use === 'board') return { icon: 'invite', label: t('act.board') };
      return { icon: 'walk', label: t('act.use', { thing: thingName(thing, language, t) }) };
    }
    case 'person': {
      const name = world.people.value.get(next.personId)?.name ?? '';
      return { icon: PERSON_ICONS[next.how], label: t(PERSON_WORDS[next.how], { name }) };
    }
    case 'offer': {
      const { kind, url, message } = next.offer;
      return { icon: 'walk', label: message ?? t(`offer.${kind}`, { host: URL.parse(url, location.href)?.host ?? url }) };
    }
    case 'lounge':
      return { icon: 'walk', label: t('over.stay') };
    case 'desk':
      return { icon: 'paper', label: t('desk.act', { name: next.owner.name }) };
    case 'seat': {
      const { desk, table } = next.seat;
      return { icon: 'seat', label: t(desk !== undefined ? 'act.sitDesk' : table !== undefined ? 'act.sitTable' : 'act.sit') };
    }
  }
}

export function ContextButton({ world }: { world: World }) {
  const { app, t, keyOf, language } = useUi();
  const act = app.actions.act.value;
  const next = nextAct(world);
  // the cards of the ring and of the talk that is over say it already
  if (!act || !next || next.kind === 'lounge' || (next.kind === 'person' && world.talk.beside.value)) return null;
  const key = keyOf('act');
  const { icon, label } = wordsOf(next, world, language.value, t);
  return (
    <div class="context-verbs">
      <button type="button" class="context-button" onClick={act}>
        {key && (
          <span aria-hidden="true">
            <kbd>{key}</kbd>
          </span>
        )}
        <Icon name={icon} />
        <span>{label}</span>
      </button>
      <BesideAct world={world} next={next} />
    </div>
  );
}
