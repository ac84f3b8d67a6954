// The account that is signed in here: what the server says of it, and the ways to change that; each answer of the server is the new truth.
import type { AccountFacts } from '@comptoir/shared/protocol/accounts';
import type { DeviceFacts } from '@comptoir/shared/protocol/http';
import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals-core';
import * as net from '../net/accounts.ts';
import type { Passkeys } from '../net/Passkeys.ts';
import type { AccountNews, AccountOutcome, AccountPort, AccountRefused, SignedIn } from '../ui/account/AccountPort.ts';

export interface AccountParts {
  officeId: string;
  passkeys: Passkeys;
  /** How one came back to this page: `?signed=` */
  signed: AccountNews | undefined;
  device: ReadonlySignal<DeviceFacts | undefined>;
  readDevice(): Promise<unknown>;
  /** Of the guest that this page is, or was last. */
  ticket(): string | undefined;
  /** Out of the office, and nothing of me is remembered. */
  forget(): void;
  /** Leaves this page. */
  goTo(url: string): void;
}

export class Account implements AccountPort {
  readonly facts: Signal<AccountFacts | undefined> = signal(undefined);
  readonly me: ReadonlySignal<SignedIn | undefined>;
  readonly news: Signal<AccountNews | undefined>;
  readonly wasInside: Signal<boolean> = signal(false);
  /** I ask to be signed out here: the office closing its line is no surprise then. */
  readonly isLeaving: Signal<boolean> = signal(false);
  readonly hindrance: AccountPort['hindrance'];
  readonly #parts: AccountParts;

  constructor(parts: AccountParts) {
    this.#parts = parts;
    this.hindrance = parts.passkeys.hindrance;
    this.news = signal(parts.signed);
    this.me = computed(() => {
      const personId = this.facts.value?.account?.personId;
      return parts.device.value?.persons.find((person) => person.personId === personId);
    });
  }

  async read(): Promise<void> {
    await this.#take(await net.fetchAccount());
  }

  canOfferInField(): Promise<boolean> {
    return this.#parts.passkeys.canOfferInField();
  }

  async signInByPasskey(inField = false): Promise<AccountOutcome> {
    const asked = await net.askSignIn();
    if ('refused' in asked) return asked;
    const { flow, options } = asked.ok;
    const given = await this.#parts.passkeys.get(options as unknown as PublicKeyCredentialRequestOptionsJSON, inField);
    if ('failed' in given) return { refused: given.failed };
    return this.#take(await net.sendSignIn(flow, given.ok));
  }

  async addPasskey(): Promise<AccountOutcome> {
    const asked = await net.askRegistration(this.#guest());
    if ('refused' in asked) return asked;
    const { flow, options } = asked.ok;
    const given = await this.#parts.passkeys.create(options as unknown as PublicKeyCredentialCreationOptionsJSON);
    if ('failed' in given) return { refused: given.failed };
    return this.#take(await net.sendRegistration(flow, given.ok));
  }

  stopAsking(): void {
    this.#parts.passkeys.stop();
  }

  async sendMail(email: string, language: string, keeps: boolean): Promise<{ ok: true } | AccountRefused> {
    const sent = await net.sendMail({ email, ...this.#start(language, keeps) });
    return 'refused' in sent ? sent : { ok: true };
  }

  async enterCode(code: string): Promise<AccountOutcome> {
    return this.#take(await net.sendCode(code));
  }

  async removeEmail(): Promise<AccountOutcome> {
    return this.#take(await net.removeEmail());
  }

  async toProvider(language: string, keeps: boolean): Promise<AccountRefused | undefined> {
    const started = await net.startOpenId(this.#start(language, keeps));
    if ('refused' in started) return started;
    this.#parts.goTo(started.ok.url);
    return undefined;
  }

  async removeProvider(): Promise<AccountOutcome> {
    return this.#take(await net.removeOpenId());
  }

  async renamePasskey(id: string, name: string): Promise<AccountOutcome> {
    return this.#take(await net.renamePasskey(id, name));
  }

  async removePasskey(id: string): Promise<AccountOutcome> {
    return this.#take(await net.removePasskey(id));
  }

  async signOutElsewhere(session: string | 'others'): Promise<AccountOutcome> {
    return this.#take(await net.signOut(session === 'others' ? { which: 'others' } : { session }));
  }

  signOut(): Promise<AccountOutcome> {
    return this.#leave(
      () => net.signOut({ which: 'this' }),
      () => ({ kind: 'signedOut' }),
    );
  }

  erase(): Promise<AccountOutcome> {
    return this.#leave(
      () => net.eraseAccount(),
      ({ erasesAtMs }) => ({ kind: 'erasing', atMs: erasesAtMs }),
    );
  }

  async exportMe(onBytes: (bytes: number) => void): Promise<{ ok: Blob } | AccountRefused> {
    const ticket = this.me.peek()?.ticket ?? this.#parts.ticket();
    return ticket === undefined ? { refused: 'ticket' } : net.fetchExport(ticket, onBytes);
  }

  async eraseGuest(): Promise<{ ok: object } | AccountRefused> {
    const { ticket } = this.#guest();
    if (ticket === undefined) return { refused: 'ticket' };
    this.isLeaving.value = true;
    const answer = await net.eraseGuest(ticket);
    if ('ok' in answer) {
      this.news.value = { kind: 'erased' };
      this.wasInside.value = false;
      this.#parts.forget();
      await this.#parts.readDevice();
    }
    this.isLeaving.value = false;
    return answer;
  }

  async #leave<T extends AccountFacts>(
    ask: () => Promise<net.AccountAnswer<T>>,
    newsOf: (facts: T) => AccountNews,
  ): Promise<AccountOutcome> {
    this.isLeaving.value = true;
    const answer = await ask();
    if ('ok' in answer) {
      this.news.value = newsOf(answer.ok);
      this.wasInside.value = false;
      this.#parts.forget();
    }
    this.isLeaving.value = false;
    return this.#take(answer);
  }

  /** Whoever is somebody else now is known by the device first: the two are shown together. */
  async #take(answer: net.AccountAnswer<AccountFacts>): Promise<AccountOutcome> {
    if ('refused' in answer) {
      // signed out elsewhere meanwhile
      if (answer.refused === 'signedOut') await this.read();
      return answer;
    }
    const before = this.facts.peek()?.account?.personId;
    const now = answer.ok.account?.personId;
    if (this.facts.peek() && before !== now) await this.#parts.readDevice();
    if (answer.ok.isKept) this.news.value = { kind: 'kept' };
    // what was said of the way here is old when one signs in; not when that is what it said
    else if (this.facts.peek() && before !== now && now !== undefined) this.news.value = undefined;
    this.facts.value = answer.ok;
    return answer;
  }

  #guest(): { ticket?: string } {
    const ticket = this.facts.peek()?.account ? undefined : this.#parts.ticket();
    return ticket === undefined ? {} : { ticket };
  }

  #start(language: string, keeps: boolean): { language: 'fr' | 'en'; office: string; ticket?: string } {
    return { language: language === 'fr' ? 'fr' : 'en', office: this.#parts.officeId, ...(keeps ? this.#guest() : {}) };
  }
}
