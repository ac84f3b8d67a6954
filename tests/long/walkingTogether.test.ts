// A minute of walking together, of which one page sends nothing at all.
import { expect, it } from 'vitest';
import { until } from '../support/enterOffice.ts';
import { meetAt, standAt, talkTogether } from '../support/talking.ts';
import { useOffice } from '../support/useOffice.ts';

const office = useOffice();
const TWO_TILES_PX = 64;

it('[B19] after 60 s a page that sent nothing is where the leader is, as a third one sees it', async () => {
  const [ada, bob, cyril] = [await office.enter('Ada'), await office.enter('Bob'), await office.enter('Cyril')];
  await standAt(cyril, 40, 32);
  await meetAt(36, 30, ada, bob);
  await ada.actions.talk.ask('walk');
  await until(() => bob.world.talk.asks.peek().length === 1, 'Bob is asked');
  await bob.actions.talk.answer(bob.world.talk.asks.peek()[0]?.id ?? '', 'yes');
  await until(() => bob.world.talk.conversation.peek()?.place.kind === 'walk', 'they walk together');
  const startedMs = performance.now();
  for (let round = 0; performance.now() - startedMs < 60_000; round++)
    await ada.actions.walkTo({ x: (round % 2 ? 36.5 : 43.5) * 32, y: (29.5 + (round % 4)) * 32 }, 'stroll');
  await until(() => office.place(bob).isStill, 'Bob stands');
  const leader = office.place(ada);
  const seen = cyril.sees(bob);
  expect(Math.hypot((seen?.x ?? 0) - leader.x, (seen?.y ?? 0) - leader.y)).toBeLessThanOrEqual(TWO_TILES_PX);
  expect(talkTogether(ada, bob)).toBe(true);
});
