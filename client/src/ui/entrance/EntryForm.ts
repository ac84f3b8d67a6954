// The state of the entrance: what is typed and chosen, and the way from pressing Enter to being inside.
import { type Appearance, DEFAULT_APPEARANCE, decodeAppearance, normaliseWords } from '@comptoir/shared/people';
import { effect, type Signal, signal } from '@preact/signals';
import { untilDefined } from '../../lib/untilDefined.ts';
import type { EntryRefusal, UiPort } from '../UiPort.ts';
import { chooseIdentity, type KnownPerson } from './chooseIdentity.ts';
import { readyAppearances } from './readyAppearances.ts';

/** typing · devices: can they hear me? · entering: the door opens · asking: second tab · waiting: full, for a free place. */
export type EntryStep = { kind: 'typing' | 'devices' | 'entering' | 'waiting' } | { kind: 'asking'; person: KnownPerson };

const DEVICE_GIVE_UP_MS = 8000;

export class EntryForm {
  readonly name: Signal<string>;
  readonly trade: Signal<string>;
  readonly appearance: Signal<Appearance>;
  readonly step: Signal<EntryStep> = signal({ kind: 'typing' });
  readonly refusal: Signal<EntryRefusal | undefined> = signal(undefined);
  /** Problems are said once one has tried to enter, not while typing the first letters. */
  readonly tried: Signal<boolean> = signal(false);
  /** On the second screen, or coming in from it. */
  readonly onDevices: Signal<boolean> = signal(false);
  readonly #app: UiPort;

  constructor(app: UiPort) {
    this.#app = app;
    const stored = app.preferences;
    this.name = signal(app.prefill.name ?? stored.get('name'));
    this.trade = signal(app.prefill.trade ?? (app.prefill.name === undefined ? stored.get('trade') : ''));
    const ready = readyAppearances();
    const any = ready[Math.floor(Math.random() * ready.length)];
    this.appearance = signal(decodeAppearance(stored.get('appearance')) ?? any ?? DEFAULT_APPEARANCE);
  }

  /** Enter on the first screen: leads to the second one once in a browser's life, where there are devices at all. */
  async proceed(): Promise<void> {
    if (this.#app.secureContext && !this.#app.preferences.get('devicesSeen')) this.toDevices();
    else await this.enter();
  }

  /** The second screen, asked for. */
  toDevices(): void {
    this.refusal.value = undefined;
    this.step.value = { kind: 'devices' };
    this.onDevices.value = true;
  }

  /** Presses Enter: asks first when this name is inside by another tab. */
  async enter(): Promise<void> {
    this.refusal.value = undefined;
    this.#app.preferences.set({ devicesSeen: true });
    this.step.value = { kind: 'entering' };
    const device = await untilDefined(this.#app.device, DEVICE_GIVE_UP_MS);
    if (!device) {
      this.onDevices.value = false;
      this.step.value = { kind: 'typing' };
      this.refusal.value = 'unreachable';
      return;
    }
    const identity = chooseIdentity(this.name.value, this.#app.prefill.name, device.persons);
    if ('ask' in identity) this.step.value = { kind: 'asking', person: identity.ask };
    else await this.enterAs(identity.as);
  }

  async enterAs(as: { personId: string } | 'new'): Promise<void> {
    this.step.value = { kind: 'entering' };
    const name = normaliseWords(this.name.value);
    const trade = normaliseWords(this.trade.value);
    const appearance = this.appearance.value;
    const outcome = await this.#app.enter({ name, trade, appearance, as });
    if ('ok' in outcome) return;
    this.onDevices.value = false;
    this.step.value = { kind: 'typing' };
    this.refusal.value = outcome.refused;
  }

  /** Full: comes in by itself when somebody leaves. */
  wait(): void {
    this.step.value = { kind: 'waiting' };
  }

  back(): void {
    this.onDevices.value = false;
    this.step.value = { kind: 'typing' };
    this.refusal.value = undefined;
  }

  /** Watches for the free place. @returns ends it */
  watch(): () => void {
    return effect(() => {
      const office = this.#app.office.value;
      if (this.step.value.kind === 'waiting' && office && office.people < office.capacity) queueMicrotask(() => void this.enter());
    });
  }
}
