// What people report of others: kept with its context for the hosts of this office, told to nobody else.
import { lengthOf } from '@comptoir/shared/people';
import { may } from '@comptoir/shared/permissions';
import type { ReportView } from '@comptoir/shared/protocol/hosting';
import type { Answer, Ask } from '@comptoir/shared/protocol/requests';
import { tuning } from '@comptoir/shared/tuning';
import { cleanText } from '@comptoir/shared/words';
import { type Occupant, rankOf } from '../office/Office.ts';
import { areaIndexOf } from '../office/whereabouts.ts';
import { newId } from '../ops/identity.ts';
import type { StoredReport } from '../store/reports.ts';
import type { OfficeRoom } from './OfficeRoom.ts';

const HOUR_MS = 3_600_000;
const SHOWN = 200;

export class OfficeReports {
  readonly #room: OfficeRoom;
  /** personId -> when they reported within the last hour; leaving does not give it back. */
  readonly #filedMs = new Map<string, readonly number[]>();

  constructor(room: OfficeRoom) {
    this.#room = room;
  }

  /** After each welcome, and when their rank changed. */
  cameIn(occupant: Occupant): void {
    // the store says by itself what went wrong
    if (may(rankOf(occupant), 'seeReports')) this.#tell([occupant]).catch(() => undefined);
  }

  /** P35 */
  async file(occupant: Occupant, { personId: aboutId, text }: Ask<'report'>): Promise<Answer<'report'>> {
    const { personId } = occupant;
    const { store, officeId } = this.#room.parts;
    if (aboutId === personId) return { refused: 'invalid' };
    const cleaned = cleanText(text);
    if (lengthOf(cleaned) > tuning.reportLength) return { refused: 'textTooLong' };
    const person = this.#room.state.people;
    // also somebody who has left: whoever misbehaves often does so
    const aboutName = person.get(aboutId)?.name ?? (await store.persons.find({ personId: aboutId }))?.name;
    if (aboutName === undefined) return { refused: 'notHere' };
    if (!this.#mayFile(personId)) return { refused: 'tooMany' };
    const { office } = this.#room.floor;
    await store.reports.file({
      ...{ reportId: newId(), office: officeId, atMs: Date.now(), text: cleaned, settledMs: null },
      ...{ byId: personId, byName: person.get(personId)?.name ?? '', aboutId, aboutName },
      place: office.ground.areas.areas[areaIndexOf(office, occupant)]?.id ?? '',
      lines: JSON.stringify((await this.#room.talk.words.readByBoth(personId, aboutId)).slice(-tuning.reportLines)),
    });
    await this.#tell(this.#room.floor.office.occupants.values());
    return { ok: true };
  }

  async list(host: Occupant): Promise<Answer<'reports'>> {
    return { ok: true, list: (await this.#open()).filter((report) => isFor(host, report)).map(viewOf) };
  }

  async settle(host: Occupant, { report }: Ask<'settleReport'>): Promise<Answer<'settleReport'>> {
    const { store, officeId } = this.#room.parts;
    const about = (await this.#open()).find(({ reportId }) => reportId === report)?.aboutId ?? '';
    const settled = await store.reports.settle({ reportId: report, office: officeId, notAbout: host.personId, settledMs: Date.now() });
    if (settled === undefined) return { refused: 'notThere' };
    this.#room.hosting.audit({ by: host, act: 'settleReport', target: settled, whose: [about] });
    await this.#tell(this.#room.floor.office.occupants.values());
    return { ok: true };
  }

  #mayFile(personId: string): boolean {
    const nowMs = Date.now();
    for (const [id, times] of this.#filedMs) if (times.every((atMs) => nowMs - atMs >= HOUR_MS)) this.#filedMs.delete(id);
    const lately = (this.#filedMs.get(personId) ?? []).filter((atMs) => nowMs - atMs < HOUR_MS);
    if (lately.length >= tuning.reportsPerHour) return false;
    this.#filedMs.set(personId, [...lately, nowMs]);
    return true;
  }

  #open(): Promise<StoredReport[]> {
    const { store, officeId } = this.#room.parts;
    return store.reports.open({ office: officeId, limit: SHOWN });
  }

  /** How many wait, to those of them who may see it. */
  async #tell(whom: Iterable<Occupant>): Promise<void> {
    const hosts = [...whom].filter((occupant) => may(rankOf(occupant), 'seeReports'));
    if (hosts.length === 0) return;
    const open = await this.#open();
    for (const host of hosts) this.#room.tell(host, 'openReports', { count: open.filter((report) => isFor(host, report)).length });
  }
}

/** Nobody decides about themself. */
const isFor = (host: Occupant, { aboutId }: StoredReport): boolean => aboutId !== host.personId;

const viewOf = ({ reportId, atMs, byName, byId, aboutName, aboutId, text, place, lines }: StoredReport): ReportView => ({
  ...{ id: reportId, atMs, by: byName, byId, about: aboutName, aboutId, text, place },
  lines: JSON.parse(lines) as ReportView['lines'],
});
