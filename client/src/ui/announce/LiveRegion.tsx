// Politely says who comes near, where I am and that my coffee is ready, for those who do not see the map.
import { tuning } from '@comptoir/shared/tuning';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { World } from '../../world/World.ts';
import { placeName } from '../people/placeName.ts';
import { useUi } from '../Ui.ts';
import { ArrivalNews } from './ArrivalNews.ts';
import { newsSentence } from './newsSentence.ts';
import { peopleNear } from './peopleNear.ts';

const LOOK_EVERY_MS = 1000;
/** In a larger crowd who comes in is not news, only who comes near. */
const ARRIVALS_UP_TO = tuning.fewPeople * 4;

export function LiveRegion({ world }: { world: World }) {
  const { t, language } = useUi();
  const said = useSignal('');
  useEffect(() => {
    const news = new ArrivalNews();
    let near = peopleNear(world);
    let here = new Set(world.people.peek().keys());
    let place = world.surroundings.peek().area;
    let placeSaid = place;
    let cup = world.ownCup;

    const look = (): void => {
      const people = world.people.peek();
      const area = world.surroundings.peek().area;
      const nearNow = peopleNear(world);
      const moved = area !== place;
      for (const id of near) if (!nearNow.has(id)) news.left(id);
      // whom I walk up to does not come near: I do
      if (!moved && !world.own.moving) for (const id of nearNow) if (!near.has(id)) tell(id, 'near');
      if (people.size <= ARRIVALS_UP_TO) for (const id of people.keys()) if (!here.has(id)) tell(id, 'arrived');
      for (const id of here) if (!people.has(id)) news.left(id);
      near = nearNow;
      here = new Set(people.keys());

      // a place is said once I have been there for a second, not each one that I cross
      if (!moved && area !== placeSaid) {
        placeSaid = area;
        if (area) said.value = t('announce.place', { place: placeName(area, language.peek()) });
      } else if (world.ownCup && !cup) said.value = t('announce.cup');
      else {
        const told = news.take(performance.now());
        if (told) said.value = newsSentence(told, t);
      }
      cup = world.ownCup;
      place = area;
    };
    const tell = (id: string, kind: 'near' | 'arrived'): void => {
      const person = world.people.peek().get(id);
      if (person && id !== world.myId.peek()) news.came(id, person.name, kind);
    };
    const timer = setInterval(look, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [world]);
  return (
    <div class="visually-hidden" aria-live="polite">
      {said.value}
    </div>
  );
}
