// What one has in hand before the door, an invitation, and what happens there: somebody knocks and waits to be let in.
import { DEFAULT_APPEARANCE, decodeAppearance, encodeAppearance } from '@comptoir/shared/people';
import { tuning } from '@comptoir/shared/tuning';
import { type Signal, signal } from '@preact/signals-core';
import { fetchKnock, sendKnock, withdrawKnock } from '../net/http.ts';
import type { Doorway, Entry, EntryOutcome, EntryRefusal, KnockWait } from '../ui/UiPort.ts';
import { addressOf, readInvitation, withInvite } from './address.ts';
import { type KeptKnock, keepKnock, readKnock } from './visit.ts';

/** How often the one who waits asks whether the door is open. */
const ASK_EVERY_MS = 1000;

export interface DoorstepParts {
  officeId: string;
  invite: string | undefined;
  visits: Storage | undefined;
  /** Who was let in comes in. */
  join(entry: Entry, ticket: string): Promise<EntryOutcome>;
  /** The page's address; another part of it is written there. */
  page: Pick<Window, 'location' | 'history'>;
}

export class Doorstep implements Doorway {
  readonly invited: Signal<boolean>;
  readonly knock: Signal<KnockWait | undefined> = signal(undefined);
  readonly refusal: Signal<EntryRefusal | undefined> = signal(undefined);
  readonly #parts: DoorstepParts;
  #invite: string | undefined;
  #waiting: KeptKnock | undefined;

  constructor(parts: DoorstepParts) {
    this.#parts = parts;
    this.#invite = parts.invite;
    this.invited = signal(parts.invite !== undefined);
  }

  get invite(): string | undefined {
    return this.#invite;
  }

  takeLink(text: string): 'kept' | 'followed' | 'none' {
    const { officeId, page } = this.#parts;
    const found = readInvitation(text, page.location.origin);
    if (!found) return 'none';
    if (found.officeId === officeId) {
      // in the address a reload finds it again
      this.#hold(found.invite);
      return 'kept';
    }
    if (!found.isHere) return 'none';
    page.location.assign(withInvite(new URL(addressOf(found.officeId, undefined, undefined), page.location.origin).href, found.invite));
    return 'followed';
  }

  /** It is good for nothing: the next try goes without. */
  dropInvite(): void {
    if (this.#invite !== undefined) this.#hold(undefined);
  }

  /** Inside, the invitation is nobody else's business: whoever copies the address gives it to nobody. It stays in hand for this page. */
  hideInvite(): void {
    this.#write(undefined);
  }

  async knockAs({ name, trade, appearance, charter }: Entry, ticket: string | undefined): Promise<EntryOutcome> {
    const { officeId, visits } = this.#parts;
    const words = { name, trade, appearance: encodeAppearance(appearance) };
    const sent = await sendKnock({ office: officeId, ...words, ...(ticket === undefined ? {} : { ticket }) });
    if ('refused' in sent) return sent;
    const kept: KeptKnock = { office: officeId, ...words, ...sent.ok, ...(charter === undefined ? {} : { charter }) };
    keepKnock(visits, kept);
    void this.#wait(kept, tuning.doorKnockMs);
    return { ok: true };
  }

  /** After a reload. */
  goOnWaiting(): void {
    const kept = readKnock(this.#parts.visits, this.#parts.officeId);
    if (kept) void this.#wait(kept, undefined);
  }

  withdraw(): void {
    const waiting = this.#waiting;
    this.#end(undefined);
    if (waiting) void withdrawKnock(waiting.knock);
  }

  /** @param leftMs undefined: the server knows */
  async #wait(kept: KeptKnock, leftMs: number | undefined): Promise<void> {
    this.#waiting = kept;
    this.refusal.value = undefined;
    this.#show(kept, leftMs);
    while (this.#waiting === kept) {
      const fetched = await fetchKnock(kept.knock);
      if (this.#waiting !== kept) return;
      // a knock that nobody knows of any more was answered by nobody
      const state = 'ok' in fetched ? fetched.ok : fetched.failed === 'unreachable' ? undefined : ({ state: 'over', leftS: 0 } as const);
      if (state?.state === 'letIn') return this.#comeIn(kept);
      if (state?.state === 'over') return this.#end({ state: 'over' });
      if (state) this.#show(kept, state.leftS * 1000);
      await new Promise((again) => setTimeout(again, ASK_EVERY_MS));
    }
  }

  /** The end that was said first stands, unless the server says something else: a line that gets shorter does not jump about. */
  #show(kept: KeptKnock, leftMs: number | undefined): void {
    if (leftMs === undefined) return;
    const untilMs = performance.now() + leftMs;
    const shown = this.knock.peek();
    if (shown?.state === 'waiting' && Math.abs(shown.untilMs - untilMs) < 2 * ASK_EVERY_MS) return;
    this.knock.value = { state: 'waiting', untilMs, leftMs, name: kept.name };
  }

  async #comeIn(kept: KeptKnock): Promise<void> {
    const { name, trade, personId, ticket, charter } = kept;
    const appearance = decodeAppearance(kept.appearance) ?? DEFAULT_APPEARANCE;
    const outcome = await this.#parts.join(
      { name, trade, appearance, as: { personId }, ...(charter === undefined ? {} : { charter }) },
      ticket,
    );
    this.#end(undefined);
    if ('refused' in outcome) this.refusal.value = outcome.refused;
  }

  #end(shown: KnockWait | undefined): void {
    this.#waiting = undefined;
    keepKnock(this.#parts.visits, undefined);
    this.knock.value = shown;
  }

  #hold(invite: string | undefined): void {
    this.#invite = invite;
    this.invited.value = invite !== undefined;
    this.#write(invite);
  }

  #write(invite: string | undefined): void {
    const { location, history } = this.#parts.page;
    const address = withInvite(location.href, invite);
    if (new URL(address, location.href).href !== location.href) history.replaceState(history.state, '', address);
  }
}
