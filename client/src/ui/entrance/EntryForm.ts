// The state of the entrance: what is typed and chosen, and the way from pressing Enter to being inside.
import { type Appearance, DEFAULT_APPEARANCE, decodeAppearance, normaliseWords } from '@comptoir/shared/people';
import { effect, type Signal, signal } from '@preact/signals';
import { untilDefined } from '../../lib/untilDefined.ts';
import type { Entry, EntryOutcome, EntryRefusal, UiPort } from '../UiPort.ts';
import { chooseIdentity, isSameName, type KnownPerson } from './chooseIdentity.ts';
import { readyAppearances } from './readyAppearances.ts';

/** who: name, trade, looks · devices: can they hear me? · password, link: what the door has asked for. */
export type EntryScreen = 'who' | 'devices' | 'password' | 'link';
/** typing · entering: the door opens · asking: second tab · waiting: full, for a free place. */
export type EntryStep = { kind: 'typing' | 'entering' | 'waiting' } | { kind: 'asking'; person: KnownPerson };

const DEVICE_GIVE_UP_MS = 8000;
/** Where the server does not say how long. */
const USUAL_WAIT_S = 60;
const MINUTE_MS = 60_000;

/** It is said to the minute: within that minute it would be too early. */
const endOfMinute = (ms: number): number => Math.ceil(ms / MINUTE_MS) * MINUTE_MS;

export class EntryForm {
  readonly name: Signal<string>;
  readonly trade: Signal<string>;
  readonly appearance: Signal<Appearance>;
  readonly password: Signal<string> = signal('');
  readonly screen: Signal<EntryScreen> = signal('who');
  readonly step: Signal<EntryStep> = signal({ kind: 'typing' });
  readonly refusal: Signal<EntryRefusal | undefined> = signal(undefined);
  /** After too many attempts: when another one is looked at, ms since 1970. */
  readonly againAtMs: Signal<number> = signal(0);
  /** Problems are said once one has tried to enter, not while typing the first letters. */
  readonly tried: Signal<boolean> = signal(false);
  /** Signed in, one sees oneself as kept; the fields are there once they are asked for. */
  readonly isChanging: Signal<boolean> = signal(false);
  readonly #app: UiPort;
  /** A name that only second windows have: whoever types another one is not to become that person. */
  readonly #secondName: string;
  #as: Entry['as'] = 'new';

  constructor(app: UiPort, secondName: string) {
    this.#app = app;
    this.#secondName = secondName;
    const stored = app.preferences;
    this.name = signal(app.prefill.name ?? stored.get('name'));
    this.trade = signal(app.prefill.trade ?? (app.prefill.name === undefined ? stored.get('trade') : ''));
    const ready = readyAppearances();
    const any = ready[Math.floor(Math.random() * ready.length)];
    this.appearance = signal(decodeAppearance(stored.get('appearance')) ?? any ?? DEFAULT_APPEARANCE);
  }

  /** Who comes in by Enter, when that is settled: the account of this browser, unless the address names somebody else. */
  get me(): KnownPerson | undefined {
    const me = this.#app.account.me.value;
    const { name } = this.#app.prefill;
    return me && (name === undefined || isSameName(name, me.name)) ? me : undefined;
  }

  /** Enter on the first screen: leads to the second one once in a browser's life, where there are devices at all. */
  async proceed(): Promise<void> {
    if (this.#app.secureContext && !this.#app.preferences.get('devicesSeen')) this.toDevices();
    else await this.enter();
  }

  /** The second screen, asked for. */
  toDevices(): void {
    this.refusal.value = undefined;
    this.screen.value = 'devices';
  }

  /** Presses Enter: asks first when this name is inside by another tab. */
  async enter(): Promise<void> {
    this.refusal.value = undefined;
    this.#app.preferences.set({ devicesSeen: true });
    this.step.value = { kind: 'entering' };
    const device = await untilDefined(this.#app.device, DEVICE_GIVE_UP_MS);
    if (!device) return this.#takeRefusal({ refused: 'unreachable' });
    const me = this.me;
    if (me) {
      if (me.here) this.step.value = { kind: 'asking', person: me };
      else await this.enterAs({ personId: me.personId });
      return;
    }
    const identity = chooseIdentity(this.name.value, this.#app.prefill.name, device.persons, this.#secondName);
    if ('ask' in identity) this.step.value = { kind: 'asking', person: identity.ask };
    else await this.enterAs(identity.as);
  }

  /** Tries the door; only what it answers leads to a password, an invitation or knocking: it knows who may come in without. */
  async enterAs(as: Entry['as']): Promise<void> {
    this.#as = as;
    this.step.value = { kind: 'entering' };
    const outcome = await this.#app.enter(this.#entry());
    if ('ok' in outcome) return;
    if (outcome.refused === 'knock') await this.knock();
    else this.#takeRefusal(outcome);
  }

  /** The door asked for a password, and here is one. */
  async openWithPassword(): Promise<void> {
    this.refusal.value = undefined;
    await this.enterAs(this.#as);
  }

  /** @returns false when there is no invitation in it */
  openWithLink(text: string): boolean {
    const taken = this.#app.doorway.takeLink(text);
    if (taken === 'kept') void this.openWithPassword();
    return taken !== 'none';
  }

  async knock(): Promise<void> {
    this.refusal.value = undefined;
    this.step.value = { kind: 'entering' };
    const outcome: EntryOutcome = await this.#app.knock(this.#entry());
    if ('ok' in outcome) this.back();
    else this.#takeRefusal(outcome);
  }

  /** Full: comes in by itself when somebody leaves. */
  wait(): void {
    this.step.value = { kind: 'waiting' };
  }

  back(): void {
    this.screen.value = 'who';
    this.step.value = { kind: 'typing' };
    this.refusal.value = undefined;
  }

  /** Watches for the free place, and for what became of a knock. @returns ends it */
  watch(): () => void {
    let last: string | undefined;
    const stops = [
      effect(() => {
        const { me } = this;
        if (me?.personId === last) return;
        last = me?.personId;
        queueMicrotask(() => this.#beAs(me));
      }),
      effect(() => {
        const office = this.#app.office.value;
        if (this.step.value.kind === 'waiting' && office && office.people < office.capacity) queueMicrotask(() => void this.enter());
      }),
      effect(() => {
        const refused = this.#app.doorway.refusal.value;
        if (refused) queueMicrotask(() => this.#takeRefusal({ refused }));
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }

  /** As kept; signed out, as nobody yet. */
  #beAs(me: KnownPerson | undefined): void {
    const stored = this.#app.preferences;
    this.isChanging.value = false;
    this.name.value = me?.name ?? stored.get('name');
    this.trade.value = me?.trade ?? stored.get('trade');
    const appearance = decodeAppearance(me?.appearance ?? stored.get('appearance'));
    if (appearance) this.appearance.value = appearance;
  }

  #entry(): Entry {
    const password = this.screen.peek() === 'password' ? this.password.value : '';
    const charter = this.#app.office.peek()?.charter;
    return {
      name: normaliseWords(this.name.value),
      trade: normaliseWords(this.trade.value),
      appearance: this.appearance.value,
      as: this.#as,
      ...(password === '' ? {} : { password }),
      ...(charter === undefined ? {} : { charter }),
    };
  }

  #takeRefusal({ refused, retryAfterS = USUAL_WAIT_S }: { refused: EntryRefusal; retryAfterS?: number }): void {
    this.againAtMs.value = endOfMinute(Date.now() + retryAfterS * 1000);
    const onPassword = this.screen.peek() === 'password';
    if (refused === 'password' || refused === 'wrongPassword') this.screen.value = 'password';
    else if (refused === 'link' || (refused === 'invitation' && this.#app.office.peek()?.door === 'link')) this.screen.value = 'link';
    // too many wrong ones, no network: the password that was typed stays where it is
    else if (!(onPassword && (refused === 'tooMany' || refused === 'unreachable'))) this.screen.value = 'who';
    this.step.value = { kind: 'typing' };
    // the screen itself says what the door wants
    this.refusal.value = refused === 'password' || refused === 'link' ? undefined : refused;
  }
}
