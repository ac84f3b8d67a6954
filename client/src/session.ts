// The composition root: the entrance at once, the World when its map is here, scene and input on it; Enter joins, leaving ends the visit.
import { toPx } from '@comptoir/shared/geometry';
import { encodeAppearance } from '@comptoir/shared/people';
import { computed, type Signal, signal } from '@preact/signals-core';
import type { Actions, Panel, Shortcut } from './actions.ts';
import { Scope } from './lib/Scope.ts';
import { Soon } from './lib/Soon.ts';
import { untilDefined } from './lib/untilDefined.ts';
import { createCallModel } from './media/createCallModel.ts';
import type { Connection } from './net/Connection.ts';
import type { Scene } from './scene/startScene.ts';
import { Approach } from './session/Approach.ts';
import { addressOf, invitationOf, readAddress, secondWindowOf } from './session/address.ts';
import { buildAutomation } from './session/automation.ts';
import { beAtStart } from './session/beAtStart.ts';
import { beDemo } from './session/beDemo.ts';
import { beInside } from './session/beInside.ts';
import { buildActions } from './session/buildActions.ts';
import { buildCallActions } from './session/buildCallActions.ts';
import { buildSignalling } from './session/buildSignalling.ts';
import { Doorstep } from './session/Doorstep.ts';
import { element } from './session/element.ts';
import { findWay } from './session/findWay.ts';
import { followEnd } from './session/followEnd.ts';
import { followMotion } from './session/followMotion.ts';
import { forgetVisit } from './session/forgetVisit.ts';
import { goOn } from './session/goOn.ts';
import { joinOffice } from './session/joinOffice.ts';
import { deviceNow, offerInstall } from './session/offerInstall.ts';
import { openAccount } from './session/openAccount.ts';
import { openScene } from './session/openScene.ts';
import { enterBySelf, preferencesOf } from './session/secondWindow.ts';
import { startKeys } from './session/startKeys.ts';
import { startWorker } from './session/startWorker.ts';
import { storageOf } from './session/storageOf.ts';
import type { TalkEars } from './session/takeTalk.ts';
import { crossTo, keepVisit, readVisit, ticketOf } from './session/visit.ts';
import { ToastQueue } from './ui/kit/ToastQueue.ts';
import { mountUi } from './ui/mountUi.tsx';
import type { EndReason, Entry, EntryOutcome, Phase, UiPort } from './ui/UiPort.ts';
import type { World } from './world/World.ts';

const VERSION = '0.1.0';
/** Whoever presses Enter before the map is here waits this long for it. */
const MAP_GIVE_UP_MS = 10_000;

/** One page: the entrance, the visits that begin and end there, and what lasts as long as the page. */
export class Session {
  readonly #scope = new Scope();
  readonly #address = readAddress(location);
  readonly #preferences = preferencesOf(this.#address);
  readonly #visits = storageOf(() => sessionStorage);
  readonly #phase = signal<Phase>('entrance');
  readonly #endReason = signal<EndReason | undefined>(undefined);
  readonly #approach = new Approach(this.#address.officeId, this.#address.at);
  readonly #doorstep = new Doorstep({
    ...{ officeId: this.#address.officeId, invite: this.#address.invite, visits: this.#visits, page: window },
    join: (entry, ticket) => this.#join(entry, ticket),
  });
  readonly #account = openAccount(this.#scope, this.#address, this.#approach, {
    lastTicket: () => this.#lastEntry?.ticket,
    forget: () => this.#forgetMe(),
  });
  readonly #world = this.#approach.world;
  readonly #panel = signal<Panel | undefined>(undefined);
  readonly #view: Signal<'map' | 'list'>;
  readonly #sceneState = signal<'loading' | 'running' | 'failed'>('loading');
  readonly #shortcuts = signal<readonly Shortcut[]>([]);
  readonly #toasts = new ToastQueue();
  readonly #soon = new Soon();
  readonly #reducedMotion = followMotion(this.#scope);
  readonly #call = createCallModel({ scope: this.#scope, preferences: this.#preferences });
  readonly #signals = buildSignalling(() => this.#connection);
  readonly #actions: Actions;
  readonly #ears: TalkEars;
  #scene: Scene | undefined;
  #connection: Connection | undefined;
  #inside: Scope | undefined;
  #lastEntry: { entry: Entry; ticket: string | undefined } | undefined;

  constructor() {
    const narrow = matchMedia('(max-width: 599px)').matches;
    this.#view = signal(this.#preferences.get('view') ?? (narrow ? 'list' : 'map'));
    const { actions, accepted } = buildActions({
      world: this.#world,
      connection: () => this.#connection,
      panel: this.#panel,
      view: this.#view,
      call: buildCallActions(this.#call, this.#world, this.#toasts, () => this.#actions.stage.hand()),
      leave: () => this.#leave(),
      refused: (refusal) => this.#toasts.add({ key: `refusal.${refusal}` }),
      remember: (choice) => this.#preferences.set(choice),
    });
    this.#actions = actions;
    this.#ears = { ...this.#signals.heard, accepted };
  }

  start(): void {
    this.#scope.onEnd(mountUi(element('ui'), this.#port()));
    window.comptoir = buildAutomation({
      version: VERSION,
      officeId: this.#address.officeId,
      world: () => this.#world.peek(),
      actions: this.#actions,
      call: this.#call,
      frame: () => this.#scene?.frame ?? { fps: 0, stepMs: 0 },
    });
    void this.#open();
    this.#doorstep.goOnWaiting();
    this.#scope.listen(window, 'pagehide', () => this.#soon.finishAll());
    startWorker();
  }

  #port(): UiPort {
    const { name, trade } = this.#address;
    return {
      version: VERSION,
      sceneElement: element('scene'),
      phase: this.#phase,
      endReason: this.#endReason,
      ...{ office: this.#approach.office, meeting: this.#approach.meeting },
      officeProblem: this.#approach.problem,
      readOffice: () => void this.#approach.readFacts(),
      ...{ house: this.#approach.house, readHouse: () => void this.#approach.readHouse() },
      listOffices: () => this.#approach.otherOffices(),
      device: this.#approach.device,
      prefill: { ...(name === undefined ? {} : { name }), ...(trade === undefined ? {} : { trade }) },
      secureContext: globalThis.isSecureContext,
      install: offerInstall(this.#scope, globalThis as unknown as EventTarget, deviceNow()),
      enter: (entry) => this.#enter(entry),
      knock: (entry) => this.#doorstep.knockAs(entry, this.#ticketOf(entry)),
      doorway: this.#doorstep,
      account: this.#account,
      moveHere: () => void this.#moveHere(),
      ...{ world: this.#world, actions: this.#actions, call: this.#call },
      shortcuts: this.#shortcuts,
      preferences: this.#preferences,
      reducedMotion: this.#reducedMotion,
      panel: this.#panel,
      view: this.#view,
      scene: this.#sceneState,
      invitation: invitationOf(location, this.#address.officeId),
      secondWindow: (name, language, invite) => secondWindowOf(invitationOf(location, this.#address.officeId), name, language, invite),
      isSecond: this.#address.isSecond,
      toasts: this.#toasts,
      soon: this.#soon,
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

  async #open(): Promise<void> {
    const world = await this.#approach.open(this.#scope, () => this.#phase.peek() === 'entrance');
    if (!world) return;
    if (this.#approach.office.peek()?.demo) beDemo(this.#scope, world);
    startKeys(this.#scope, { world, actions: this.#actions, shortcuts: this.#shortcuts, preferences: this.#preferences });
    const going = enterBySelf(this.#address, (entry) => this.#enter(entry), this.#doorstep.refusal) ?? this.#goOn();
    await this.#startScene(world);
    await going;
  }

  /** The engine is the heaviest part: it comes after everything else works without it. */
  async #startScene(world: World): Promise<void> {
    this.#scene = await openScene(this.#scope, element('scene'), world, this.#actions, this.#reducedMotion);
    this.#sceneState.value = this.#scene ? 'running' : 'failed';
    if (!this.#scene) this.#view.value = 'list';
  }

  #goOn(): Promise<void> {
    return goOn({
      ...{ visits: this.#visits, officeId: this.#address.officeId },
      remembered: this.#preferences.values.peek(),
      join: (entry, ticket) => this.#join(entry, ticket),
      isWanted: (entry) => this.#phase.peek() === 'entrance' && (this.#lastEntry?.entry ?? entry) === entry,
      problem: this.#approach.problem,
    });
  }

  async #enter(entry: Entry): Promise<EntryOutcome> {
    const outcome = await this.#join(entry, this.#ticketOf(entry));
    if ('refused' in outcome && outcome.refused === 'invitation') this.#doorstep.dropInvite();
    if ('refused' in outcome) this.#approach.refused(outcome.refused);
    return outcome;
  }

  #ticketOf({ as }: Entry): string | undefined {
    return as === 'new' ? undefined : ticketOf(as.personId, this.#approach.device.peek(), readVisit(this.#visits, this.#address.officeId));
  }

  async #moveHere(): Promise<void> {
    const last = this.#lastEntry;
    if (!last) return;
    const outcome = await this.#join(last.entry, last.ticket);
    // or it was asked again meanwhile
    if (!('refused' in outcome) || !this.#inside?.ended) return;
    // the entrance says what is wrong and what else there is
    if (outcome.refused !== 'signIn') return this.#beAtEntrance();
    this.#endReason.value = 'signedOut';
    this.#phase.value = 'refused';
  }

  async #join(entry: Entry, ticket: string | undefined): Promise<EntryOutcome> {
    const world = await untilDefined(this.#world, MAP_GIVE_UP_MS);
    const facts = this.#approach.office.peek();
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
      moveTo: this.#approach.goal(this.#address.moveTo),
      opens: { invite: this.#doorstep.invite, password: entry.password, charter: entry.charter },
      digest: computed(() =>
        world.overview.value ? 'overview' : this.#view.value === 'list' || this.#panel.value === 'people' ? 'areas' : 'none',
      ),
      talk: this.#ears,
      seen: () => (this.#view.peek() === 'map' ? this.#scene?.seen : undefined),
      connected: (connection) => {
        this.#connection = connection;
      },
      welcomed: ({ personId, ticket: given, goal }, isFirst) => {
        if (isFirst && goal) void this.#actions.walkTo({ x: toPx(goal.x), y: toPx(goal.y) });
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
    this.#doorstep.hideInvite();
    this.#phase.value = 'inside';
    this.#account.wasInside.value = true;
    const askWhy = (): void => void this.#approach.readDevice();
    followEnd(inside, outcome, this.#phase, this.#endReason, askWhy, () => this.#account.isLeaving.peek());
    beInside(inside, {
      ...{ world, connection: outcome, actions: this.#actions },
      preferences: this.#preferences,
      panel: this.#panel,
      call: this.#call,
      signalling: this.#signals.signalling,
      doors: {
        toOffice: (goal) => this.#goTo(goal),
        toStart: (start) => void beAtStart(outcome, world, start ?? 'start'),
      },
    });
    return { ok: true };
  }

  /** The name may have been changed since Enter: a later join uses what is known now. */
  #profileNow(entry: Entry): Pick<Entry, 'name' | 'trade' | 'appearance'> {
    const me = this.#world.peek()?.me.peek();
    return me ? { name: me.name, trade: me.trade, appearance: me.appearance } : entry;
  }

  /** Through a door: this visit goes on in the other office. */
  #goTo({ office, start, moveTo }: { office: string; start?: string; moveTo?: string }): void {
    crossTo(this.#visits, this.#address.officeId, office);
    // R7: nothing of me stays behind the door
    this.#connection?.leave();
    location.assign(addressOf(office, start, moveTo));
  }

  #leave(): void {
    this.#soon.finishAll();
    keepVisit(this.#visits, undefined);
    this.#inside?.end();
    this.#connection = undefined;
    const world = this.#world.peek();
    if (world) forgetVisit(world);
    this.#panel.value = undefined;
    this.#beAtEntrance();
  }

  #forgetMe(): void {
    this.#preferences.set({ name: '', trade: '', appearance: '' });
    this.#lastEntry = undefined;
    this.#leave();
  }

  #beAtEntrance(): void {
    this.#phase.value = 'entrance';
    void this.#approach.readFacts();
  }
}
