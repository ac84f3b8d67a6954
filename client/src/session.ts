// The composition root: the entrance at once, the World when its map is here, scene and input on it; Enter joins, leaving ends everything.
import { walkGridOf } from '@comptoir/shared/map/walkGrid';
import { DEFAULT_APPEARANCE, decodeAppearance, encodeAppearance } from '@comptoir/shared/people';
import type { DeviceFacts, OfficeFacts } from '@comptoir/shared/protocol/http';
import { computed, effect, type Signal, signal } from '@preact/signals-core';
import type { Panel, Shortcut } from './actions.ts';
import { buildShortcuts } from './input/shortcuts.ts';
import { startInput } from './input/startInput.ts';
import { Preferences } from './lib/preferences.ts';
import { Scope } from './lib/Scope.ts';
import { untilDefined } from './lib/untilDefined.ts';
import type { Connection } from './net/Connection.ts';
import { fetchDevice, fetchMap, fetchOffice, fetchOffices } from './net/http.ts';
import type { Scene } from './scene/startScene.ts';
import { invitationOf, readAddress } from './session/address.ts';
import { buildAutomation, type Comptoir } from './session/automation.ts';
import { buildActions } from './session/buildActions.ts';
import { findWay } from './session/findWay.ts';
import { followMotion } from './session/followMotion.ts';
import { joinOffice } from './session/joinOffice.ts';
import { isReload, keepVisit, readVisit } from './session/visit.ts';
import { ToastQueue } from './ui/kit/ToastQueue.ts';
import { mountUi } from './ui/mountUi.tsx';
import type { EndReason, Entry, EntryOutcome, OfficeProblem, Phase, UiPort } from './ui/UiPort.ts';
import { groundOf, World } from './world/World.ts';

declare global {
  interface Window {
    comptoir?: Comptoir;
  }
}

const VERSION = '0.1.0';
const FACTS_EVERY_MS = 4000;
/** Whoever presses Enter before the map is here waits this long for it. */
const MAP_GIVE_UP_MS = 10_000;

/** Reading the property itself throws where storage is forbidden. */
function storageOf(read: () => Storage): Storage | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no #${id}.`);
  return found;
}

/** Everything of one visit to one office; `end` takes it all away again. */
export class Session {
  readonly #scope = new Scope();
  readonly #address = readAddress(location);
  readonly #preferences = new Preferences(storageOf(() => localStorage));
  readonly #visits = storageOf(() => sessionStorage);
  readonly #phase = signal<Phase>('entrance');
  readonly #endReason = signal<EndReason | undefined>(undefined);
  readonly #office = signal<OfficeFacts | undefined>(undefined);
  readonly #officeProblem = signal<OfficeProblem | undefined>(undefined);
  readonly #device = signal<DeviceFacts | undefined>(undefined);
  readonly #world = signal<World | undefined>(undefined);
  readonly #panel = signal<Panel | undefined>(undefined);
  readonly #view: Signal<'map' | 'list'>;
  readonly #sceneState = signal<'loading' | 'running' | 'failed'>('loading');
  readonly #shortcuts = signal<readonly Shortcut[]>([]);
  readonly #toasts = new ToastQueue();
  readonly #reducedMotion = followMotion(this.#scope);
  readonly #actions;
  #scene: Scene | undefined;
  #connection: Connection | undefined;
  #inside: Scope | undefined;
  #lastEntry: { entry: Entry; ticket: string | undefined } | undefined;

  constructor() {
    const narrow = matchMedia('(max-width: 599px)').matches;
    this.#view = signal(this.#preferences.get('view') ?? (narrow ? 'list' : 'map'));
    this.#actions = buildActions({
      world: this.#world,
      connection: () => this.#connection,
      panel: this.#panel,
      view: this.#view,
      invitation: invitationOf(location, this.#address.officeId),
      leave: () => this.#leave(),
      refused: (refusal) => this.#toasts.add({ key: `refusal.${refusal}` }),
      remember: (profile) => this.#preferences.set(profile),
    });
  }

  start(): void {
    this.#scope.onEnd(mountUi(element('ui'), this.#port()));
    this.#scope.onEnd(effect(() => this.#rememberView()));
    window.comptoir = buildAutomation(
      VERSION,
      this.#address.officeId,
      () => this.#world.peek(),
      this.#actions,
      () => this.#scene?.frame ?? { fps: 0, stepMs: 0 },
    );
    void this.#open();
  }

  #port(): UiPort {
    const { name, trade } = this.#address;
    return {
      version: VERSION,
      sceneElement: element('scene'),
      phase: this.#phase,
      endReason: this.#endReason,
      office: this.#office,
      officeProblem: this.#officeProblem,
      listOffices: async () => {
        const fetched = await fetchOffices();
        return 'ok' in fetched ? fetched.ok.filter(({ id }) => id !== this.#address.officeId) : [];
      },
      device: this.#device,
      prefill: { ...(name === undefined ? {} : { name }), ...(trade === undefined ? {} : { trade }) },
      secureContext: globalThis.isSecureContext,
      enter: (entry) => this.#enter(entry),
      moveHere: () => this.#moveHere(),
      world: this.#world,
      actions: this.#actions,
      shortcuts: this.#shortcuts,
      preferences: this.#preferences,
      reducedMotion: this.#reducedMotion,
      panel: this.#panel,
      view: this.#view,
      scene: this.#sceneState,
      invitation: invitationOf(location, this.#address.officeId),
      toasts: this.#toasts,
      setFreeRect: (rect) => {
        const world = this.#world.peek();
        if (world) world.freeRect.value = rect;
      },
      showWay: (target) => {
        const world = this.#world.peek();
        if (world) world.hint.value = target && findWay(world, target);
      },
    };
  }

  #rememberView(): void {
    const view = this.#view.value;
    if (this.#preferences.values.peek().view !== view) this.#preferences.set({ view });
  }

  async #open(): Promise<void> {
    const { officeId } = this.#address;
    void fetchDevice(officeId).then((fetched) => {
      if ('ok' in fetched) this.#device.value = fetched.ok;
    });
    // the server may only be starting: keep asking
    while (!(await this.#readFacts())) await new Promise((again) => setTimeout(again, FACTS_EVERY_MS));
    this.#scope.every(FACTS_EVERY_MS, () => {
      if (this.#phase.peek() === 'entrance' && document.visibilityState === 'visible') void this.#readFacts();
    });
    const facts = this.#office.peek();
    if (!facts) return;
    const fetched = await fetchMap(officeId, facts.mapVersion);
    if (!('ok' in fetched)) {
      this.#officeProblem.value = fetched.failed === 'unreachable' ? 'unreachable' : 'mapBroken';
      return;
    }
    const world = new World(officeId, groundOf(fetched.ok, walkGridOf(fetched.ok)));
    this.#world.value = world;
    this.#startKeys(world);
    const going = this.#goOnAfterReload();
    await this.#startScene(world);
    await going;
  }

  async #readFacts(): Promise<boolean> {
    const fetched = await fetchOffice(this.#address.officeId);
    if ('ok' in fetched) {
      this.#office.value = fetched.ok;
      this.#officeProblem.value = undefined;
      return true;
    }
    this.#officeProblem.value = fetched.failed === 'notFound' ? 'unknown' : 'unreachable';
    return false;
  }

  #startKeys(world: World): void {
    const shortcuts = computed(() => buildShortcuts(this.#actions, world, this.#preferences.values.value));
    this.#scope.onEnd(
      effect(() => {
        this.#shortcuts.value = shortcuts.value;
      }),
    );
    startInput(this.#scope, world, this.#actions, shortcuts, this.#preferences);
  }

  /** The engine is the heaviest part: it comes after everything else works without it. */
  async #startScene(world: World): Promise<void> {
    try {
      const { startScene } = await import('./scene/startScene.ts');
      this.#scene = await startScene(element('scene'), world, this.#actions, { reducedMotion: this.#reducedMotion, baseUrl: '' });
      this.#scope.onEnd(() => this.#scene?.end());
      this.#sceneState.value = 'running';
    } catch (error) {
      console.warn('The office cannot be drawn here; the list view is the office.', error);
      this.#sceneState.value = 'failed';
      this.#view.value = 'list';
    }
  }

  /** A reload is no new visit: whoever was inside is inside again. */
  async #goOnAfterReload(): Promise<void> {
    const visit = readVisit(this.#visits, this.#address.officeId);
    if (!visit?.inside || !isReload() || this.#phase.peek() !== 'entrance') return;
    const { name, trade, appearance } = this.#preferences.values.peek();
    if (name === '') return;
    const entry: Entry = {
      name,
      trade,
      appearance: decodeAppearance(appearance) ?? DEFAULT_APPEARANCE,
      as: { personId: visit.personId },
    };
    await this.#join(entry, visit.ticket);
  }

  #enter(entry: Entry): Promise<EntryOutcome> {
    const { as } = entry;
    const visit = readVisit(this.#visits, this.#address.officeId);
    const known = as === 'new' ? undefined : this.#device.peek()?.persons.find(({ personId }) => personId === as.personId);
    const mine = as !== 'new' && visit?.personId === as.personId ? visit.ticket : undefined;
    return this.#join(entry, known?.ticket ?? mine);
  }

  #moveHere(): void {
    const last = this.#lastEntry;
    if (last) void this.#join(last.entry, last.ticket);
  }

  async #join(entry: Entry, ticket: string | undefined): Promise<EntryOutcome> {
    const world = await untilDefined(this.#world, MAP_GIVE_UP_MS);
    const facts = this.#office.peek();
    if (!world || !facts) return { refused: 'unreachable' };
    this.#inside?.end();
    const inside = this.#scope.child();
    this.#inside = inside;
    const last = { entry, ticket };
    this.#lastEntry = last;
    const outcome = await joinOffice(inside, {
      world,
      endpoint: location.origin,
      roomId: facts.roomId,
      profile: () => ({ ...this.#profileNow(entry), ticket: last.ticket }),
      start: this.#address.start,
      moveTo: this.#address.moveTo,
      digest: computed(() =>
        world.overview.value ? 'overview' : this.#view.value === 'list' || this.#panel.value === 'people' ? 'areas' : 'none',
      ),
      windowSize: () => ({ width: innerWidth, height: innerHeight }),
      connected: (connection) => {
        this.#connection = connection;
      },
      welcomed: ({ personId, ticket: given }) => {
        last.ticket = given;
        keepVisit(this.#visits, { office: world.officeId, personId, ticket: given, inside: true });
      },
    });
    if ('refused' in outcome) {
      inside.end();
      return outcome;
    }
    const { name, trade, appearance } = entry;
    this.#preferences.set({ name, trade, appearance: encodeAppearance(appearance) });
    this.#endReason.value = undefined;
    this.#phase.value = 'inside';
    inside.onEnd(effect(() => this.#followEnd(outcome)));
    return { ok: true };
  }

  /** The name may have been changed since Enter: a later join uses what is known now. */
  #profileNow(entry: Entry): Pick<Entry, 'name' | 'trade' | 'appearance'> {
    const me = this.#world.peek()?.me.peek();
    return me ? { name: me.name, trade: me.trade, appearance: me.appearance } : entry;
  }

  #followEnd(connection: Connection): void {
    switch (connection.ended.value) {
      case 'movedToAnotherTab':
        this.#phase.value = 'elsewhere';
        break;
      case 'removed':
        this.#refuse('removed');
        break;
      case 'reload':
        this.#refuse('outdated');
    }
  }

  #refuse(reason: EndReason): void {
    this.#endReason.value = reason;
    this.#phase.value = 'refused';
  }

  #leave(): void {
    keepVisit(this.#visits, undefined);
    this.#inside?.end();
    this.#connection = undefined;
    const world = this.#world.peek();
    if (world) {
      world.myId.value = undefined;
      world.avatars.clear();
      world.people.value = new Map();
    }
    this.#panel.value = undefined;
    this.#phase.value = 'entrance';
    void this.#readFacts();
  }
}
