// The standing meetings of one office: keeps them, tells everybody inside what is on, and answers for the pages and calendars outside.
import { timingSafeEqual } from 'node:crypto';
import type { Area } from '@comptoir/shared/map/OfficeMap';
import type { Rank } from '@comptoir/shared/people';
import { may } from '@comptoir/shared/permissions';
import type { AppointmentServerMessages, NextFacts, OccurrenceView, Plan, When } from '@comptoir/shared/protocol/appointments';
import type { DoorMode } from '@comptoir/shared/protocol/door';
import type { Answer } from '@comptoir/shared/protocol/requests';
import { tuning } from '@comptoir/shared/tuning';
import type { Appointment } from '../appointments/Appointment.ts';
import {
  type Agenda,
  applyMoves,
  cleanPlan,
  countLiving,
  emptyAgenda,
  isForgotten,
  isUpcoming,
  keptCancelled,
  movesOf,
  type Next,
  nextOf,
  planProblem,
  seenBy,
  toldToCalendars,
  viewOf,
} from '../appointments/agenda.ts';
import { Expansions } from '../appointments/Expansions.ts';
import { occurrencesOf, timeProblem } from '../appointments/occurrences.ts';
import { newId } from '../ops/identity.ts';
import type { Store } from '../store/openStore.ts';

/** What is on is looked through so often, though nothing was changed: something new may have come near. */
const LOOK_AGAIN_MS = 600_000;
const NEXT_MOST = 20;
const PREVIEW_MOST = 4;

/** Somebody inside. */
export interface Insider {
  personId: string;
  name: string;
  rank: Rank;
  /** Who says that they come: a hashed device, or the person without one. */
  who: string;
  /** The only area they can be in: they are told of nothing elsewhere. */
  confinedTo: string | undefined;
}

export interface AppointmentPort {
  officeId: string;
  store: Store['appointments'];
  nowMs(): number;
  door(): DoorMode;
  areas(): readonly Area[];
  inside(): Iterable<Insider>;
  tell(personId: string, message: AppointmentServerMessages['appointments']): void;
}

export class OfficeAppointments {
  readonly #port: AppointmentPort;
  #agenda: Agenda = emptyAgenda();
  readonly #expansions = new Expansions();
  #key = '';
  /** What is on within `tuning.meetingsAheadMs`, as looked through last. */
  #soon: readonly Next[] = [];
  #lookMs = 0;
  /** As it was told last. */
  #told = '';
  #toldKey: string | undefined;

  constructor(port: AppointmentPort) {
    this.#port = port;
  }

  async restore(): Promise<void> {
    const { officeId, store } = this.#port;
    const nowMs = this.#port.nowMs();
    this.#key = await store.keyOf({ office: officeId, fresh: newId() });
    void store.forgetComing({ beforeDay: new Date(nowMs - tuning.meetingKeptMs).toISOString().slice(0, 10) });
    const { appointments, coming } = await store.ofOffice({ office: officeId });
    this.#agenda = emptyAgenda();
    for (const appointment of appointments) {
      if (isForgotten(appointment, nowMs)) void store.forget({ appointmentId: appointment.id });
      else this.#agenda.appointments.set(appointment.id, appointment);
    }
    for (const { appointmentId, day, who } of coming) this.#comingOf(appointmentId, day).add(who);
  }

  /** What of the agenda the public may see, and by which key others see it. */
  isShownTo(key: string | undefined): boolean {
    if (this.#port.door() === 'open') return true;
    const [given, right] = [Buffer.from(key ?? ''), Buffer.from(this.#key)];
    return given.length === right.length && right.length > 0 && timingSafeEqual(given, right);
  }

  /** Goes into links that are given to others; undefined while everybody may come in. */
  get key(): string | undefined {
    return this.#port.door() === 'open' ? undefined : this.#key;
  }

  /** E7: whoever was given the one before sees nothing any more. */
  renewKey(): Answer<'renewAgendaKey'> {
    this.#key = newId();
    // those inside have it within a second
    void this.#port.store.setKey({ office: this.#port.officeId, key: this.#key });
    return { ok: true };
  }

  find(id: string): Appointment | undefined {
    return this.#agenda.appointments.get(id);
  }

  toCalendars(): Appointment[] {
    return toldToCalendars(this.#agenda, this.#port.nowMs());
  }

  /** The next of one meeting; with `mine` of `who`. */
  nextOfOne(id: string, most: number, who?: string): OccurrenceView[] {
    const appointment = this.find(id);
    if (!appointment) return [];
    const only = { appointments: new Map([[id, appointment]]), coming: this.#agenda.coming };
    return nextOf(only, this.#expansions, { nowMs: this.#port.nowMs(), most }).map((next) => seenBy(next, who));
  }

  /** E7: what the entrance may show of what is next. */
  nextFacts(): NextFacts | undefined {
    const nowMs = this.#port.nowMs();
    const next = this.#soon.find(({ view }) => view.endMs > nowMs);
    return next && this.factsOf(seenBy(next, undefined));
  }

  factsOf({ mine: _mine, ...occurrence }: OccurrenceView): NextFacts {
    return { ...occurrence, zone: this.find(occurrence.id)?.zone ?? 'UTC' };
  }

  plan({ personId, name }: Insider, asked: Plan): Answer<'planAppointment'> {
    const nowMs = this.#port.nowMs();
    const plan = cleanPlan(asked);
    const refused = planProblem(plan, nowMs) ?? this.#placeProblem(plan);
    if (refused) return { refused };
    if (countLiving(this.#agenda, nowMs) >= tuning.meetingsMost) return { refused: 'tooManyAppointments' };
    const id = newId();
    this.#keep({
      ...plan,
      ...{ id, office: this.#port.officeId, createdBy: personId, createdByName: name, createdMs: nowMs, changedMs: nowMs },
      ...{ sequence: 0, cancelled: [], cancelledMs: undefined },
    });
    return { ok: true, appointment: id };
  }

  change(id: string, asked: Plan): Answer<'changeAppointment'> {
    const nowMs = this.#port.nowMs();
    const before = this.find(id);
    if (!before) return { refused: 'notThere' };
    const plan = cleanPlan(asked);
    const refused = planProblem(plan, nowMs) ?? (plan.place === before.place ? undefined : this.#placeProblem(plan));
    if (refused) return { refused };
    const planned = { ...before, ...plan, cancelledMs: undefined };
    const after = { ...planned, cancelled: keptCancelled(planned, nowMs) };
    const coming = this.#agenda.coming.get(id);
    const moves = coming ? movesOf(before, after, coming, nowMs) : [];
    if (coming && moves.length > 0) {
      applyMoves(coming, moves);
      const answers = [...coming].flatMap(([day, all]) => [...all].map((who) => ({ day, who })));
      void this.#port.store.saveComing({ appointmentId: id, coming: answers, atMs: nowMs });
    }
    this.#keepChanged(after);
    return { ok: true };
  }

  cancel(id: string, day: string | null, isCancelled: boolean): Answer<'cancelAppointment'> {
    const nowMs = this.#port.nowMs();
    const before = this.find(id);
    if (!before || (day !== null && !isUpcoming(before, day, nowMs))) return { refused: 'notThere' };
    if (day === null) this.#keepChanged({ ...before, cancelledMs: isCancelled ? nowMs : undefined });
    else {
      const others = before.cancelled.filter((other) => other !== day);
      this.#keepChanged({ ...before, cancelled: isCancelled ? [...others, day].sort((a, b) => a.localeCompare(b)) : others });
    }
    return { ok: true };
  }

  /** P121: what they planned goes on without their name. @param who as whom they said that they come */
  forget(personId: string, who: readonly string[], instead: string): void {
    for (const [id, appointment] of this.#agenda.appointments)
      if (appointment.createdBy === personId) this.#agenda.appointments.set(id, { ...appointment, createdBy: '', createdByName: instead });
    for (const days of this.#agenda.coming.values()) for (const all of days.values()) for (const one of who) all.delete(one);
    this.#lookMs = 0;
  }

  preview(when: When): Answer<'previewAppointment'> {
    const refused = timeProblem(when);
    if (refused) return { refused };
    const timed = { ...when, minutes: tuning.meetingShortestMin, cancelled: [] };
    const next = occurrencesOf(timed, { fromMs: this.#port.nowMs(), most: PREVIEW_MOST });
    return next.length === 0 ? { refused: 'neverAgain' } : { ok: true, startsMs: next.map(({ startMs }) => startMs) };
  }

  /** E8: one answer per device and occurrence; how many, never who. */
  come(who: string, id: string, day: string, isComing: boolean): Answer<'coming'> {
    const appointment = this.find(id);
    const nowMs = this.#port.nowMs();
    if (!appointment || appointment.cancelled.includes(day) || !isUpcoming(appointment, day, nowMs)) return { refused: 'notThere' };
    const all = this.#comingOf(id, day);
    if (isComing && !all.has(who) && all.size >= tuning.comingMost) return { refused: 'busy' };
    if (isComing !== all.has(who)) {
      if (isComing) all.add(who);
      else all.delete(who);
      void this.#port.store.come({ appointmentId: id, day, who, coming: isComing, atMs: nowMs });
      this.#lookMs = 0;
    }
    return { ok: true, count: all.size };
  }

  list(insider: Insider): Answer<'appointments'> {
    const mayPlan = may(insider.rank, 'planMeeting');
    const planned = this.toCalendars()
      .filter((one) => mayPlan || one.cancelledMs === undefined)
      .filter((one) => isFor(insider, one.place))
      .map(viewOf);
    const next = nextOf(this.#agenda, this.#expansions, { nowMs: this.#port.nowMs(), most: Number.POSITIVE_INFINITY })
      .filter(({ view }) => isFor(insider, view.place))
      .slice(0, NEXT_MOST)
      .map((one) => seenBy(one, insider.who));
    return { ok: true, next, planned, key: this.#keyFor(insider) };
  }

  /** Told what is on, if anything is: others hear of it when something changes. */
  cameIn(insider: Insider): void {
    if (this.#soon.length > 0) this.#tellOne(insider);
  }

  /** To be called once a second. */
  eachSecond(): void {
    const nowMs = this.#port.nowMs();
    if (nowMs < this.#lookMs && this.key === this.#toldKey) return;
    this.#soon = nextOf(this.#agenda, this.#expansions, { nowMs, toMs: nowMs + tuning.meetingsAheadMs, most: NEXT_MOST });
    this.#lookMs = Math.min(nowMs + LOOK_AGAIN_MS, ...this.#soon.map(({ view }) => view.endMs));
    const told = JSON.stringify(this.#soon.map((next) => seenBy(next, undefined)));
    if (told === this.#told && this.key === this.#toldKey) return;
    this.#told = told;
    this.#toldKey = this.key;
    for (const insider of this.#port.inside()) this.#tellOne(insider);
  }

  #tellOne(insider: Insider): void {
    const shown = this.#soon.filter(({ view }) => isFor(insider, view.place));
    this.#port.tell(insider.personId, {
      nowMs: this.#port.nowMs(),
      next: shown.map((next) => seenBy(next, insider.who)),
      key: this.#keyFor(insider),
    });
  }

  /** Of those who may give links to others. */
  #keyFor({ rank }: Insider): string | null {
    return may(rank, 'invite') ? (this.key ?? null) : null;
  }

  #placeProblem({ place }: Plan): 'notThere' | undefined {
    return place === null || this.#port.areas().some(({ id }) => id === place) ? undefined : 'notThere';
  }

  #keepChanged(appointment: Appointment): void {
    const { changedMs, sequence } = appointment;
    this.#keep({ ...appointment, sequence: sequence + 1, changedMs: Math.max(changedMs + 1, this.#port.nowMs()) });
  }

  #keep(appointment: Appointment): void {
    this.#agenda.appointments.set(appointment.id, appointment);
    void this.#port.store.save(appointment);
    // everybody hears of it within a second
    this.#lookMs = 0;
  }

  #comingOf(id: string, day: string): Set<string> {
    const days = this.#agenda.coming.get(id) ?? new Map<string, Set<string>>();
    this.#agenda.coming.set(id, days);
    const all = days.get(day) ?? new Set();
    days.set(day, all);
    return all;
  }
}

const isFor = ({ confinedTo }: Insider, place: string | null): boolean => confinedTo === undefined || place === confinedTo;
