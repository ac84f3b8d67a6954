// Areas that do something: doors to other offices, sites beside the map, tabs, sounds. What opens by itself and what is offered on X.
import type { Traits } from '@comptoir/shared/map/OfficeMap';
import { type ExitGoal, resolveExit } from '@comptoir/shared/map/resolveExit';
import { computed, effect } from '@preact/signals-core';
import type { Scope } from '../lib/Scope.ts';
import { fetchMap, fetchOffice } from '../net/http.ts';
import type { Offer, World } from '../world/World.ts';

type OfficeGoal = Extract<ExitGoal, { kind: 'office' }>;

const hostOf = (url: string): string => URL.parse(url)?.host ?? url;

/** A new tab that can not reach back into this page. */
const openTab = (url: string): void => void window.open(url, '_blank', 'noopener');

export interface Doors {
  /** Walks through a door to another office of this server. */
  toOffice(goal: OfficeGoal): void;
  /** A door of the same map: be at that start. */
  toStart(start: string | undefined): void;
}

export function followTraits(scope: Scope, world: World, doors: Doors): void {
  const traits = computed(() => world.surroundings.value.traits);
  let before: Traits = traits.peek();
  scope.onEnd(
    effect(() => {
      const now = traits.value;
      const was = before;
      before = now;
      if (now.exit && now.exit.url !== was.exit?.url) leaveBy(world, now.exit.url, doors);
      if (now.website?.url !== was.website?.url) enterWebsite(world, now);
      if (now.tab && now.tab.url !== was.tab?.url && now.tab.trigger === 'onenter') openTab(now.tab.url);
      world.offer.value = offerOf(world, now);
      const { audio } = now;
      if (audio?.url !== was.audio?.url) world.ambience.value = audio && { ...audio, blocked: false };
    }),
  );
  scope.onEnd(() => {
    world.side.value = undefined;
    world.offer.value = undefined;
    world.ambience.value = undefined;
  });
  void preload(world);
}

const goalOf = (world: World, url: string): ExitGoal => resolveExit(url, world.officeId, location.origin);

function leaveBy(world: World, url: string, doors: Doors): void {
  const goal = goalOf(world, url);
  switch (goal.kind) {
    case 'start':
      return doors.toStart(goal.start);
    case 'office':
      return doors.toOffice(goal);
    case 'outside':
      // another site is never gone to without asking: it is offered
      return;
    case 'broken':
      console.warn(goal.sentence);
  }
}

function enterWebsite(world: World, { website }: Traits): void {
  world.side.value = website?.trigger === 'onenter' ? website : undefined;
}

function offerOf(world: World, { exit, website, tab }: Traits): Offer | undefined {
  const goal = exit && goalOf(world, exit.url);
  if (goal?.kind === 'outside') return { kind: 'outside', url: goal.url, message: hostOf(goal.url), run: () => location.assign(goal.url) };
  if (website && website.trigger !== 'onenter') {
    const run = (): void => {
      world.side.value = website;
    };
    return { kind: 'website', url: website.url, message: website.triggerMessage ?? hostOf(website.url), run };
  }
  // a tab that opens on entering may be stopped by the browser: it stays on offer
  if (tab) return { kind: 'tab', url: tab.url, message: tab.triggerMessage ?? hostOf(tab.url), run: () => openTab(tab.url) };
  return undefined;
}

/** Fetches the maps behind the doors once, so that going through is quick. */
async function preload(world: World): Promise<void> {
  const { areas } = world.ground.peek().map;
  const goals = areas.flatMap(({ traits }) => (traits.exit ? [goalOf(world, traits.exit.url)] : []));
  const offices = new Set(goals.flatMap((goal) => (goal.kind === 'office' ? [goal.office] : [])));
  for (const office of [...offices].slice(0, 4)) {
    const facts = await fetchOffice(office);
    if ('ok' in facts) await fetchMap(office, facts.ok.mapVersion);
  }
}
