import type { Direction } from '@comptoir/shared/movement';
import { RANKS, type Rank } from '@comptoir/shared/people';
import type { AnnouncementView } from '@comptoir/shared/protocol/hosting';
import { tuning } from '@comptoir/shared/tuning';
import { beforeEach, describe, expect, it } from 'vitest';
import { NotedMedia } from '../media/NotedMedia.ts';
import { callRules } from '../office/calls.ts';
import { ticksOf } from '../office/mayTalk.ts';
import type { Occupant } from '../office/Office.ts';
import { standingWalker } from '../office/Walker.ts';
import { createMetrics } from '../ops/metrics.ts';
import { OfficeAnnouncement } from './OfficeAnnouncement.ts';
import { OfficeCalls } from './OfficeCalls.ts';

const READY = ticksOf(tuning.announceReadyMs);
const END = READY + ticksOf(tuning.announceMs);

let media: NotedMedia;
let calls: OfficeCalls;
let announcement: OfficeAnnouncement;
let occupants: Map<string, Occupant>;
let pages: Map<string, object>;
let confined: Set<string>;
let noted: string[];
let told: Map<string, (AnnouncementView | null)[]>;

beforeEach(() => {
  media = new NotedMedia();
  occupants = new Map();
  pages = new Map();
  confined = new Set();
  noted = [];
  told = new Map();
  calls = new OfficeCalls({
    ...{ media, metrics: createMetrics(), officeId: 'office', rules: callRules },
    iceServers: () => ({ servers: [], ttlS: tuning.turnTtlS }),
    tell: () => undefined,
  });
  announcement = new OfficeAnnouncement({
    ...{ occupants, calls },
    pageOf: (personId) => pages.get(personId),
    isConfined: ({ personId }) => confined.has(personId),
    nameOf: (personId) => personId.toUpperCase(),
    tell: (personId, view) => told.set(personId, [...(told.get(personId) ?? []), view]),
    note: ({ personId }, target) => noted.push(`${personId} ${target}`),
  });
});

function enter(personId: string, { rank = 'member', ...more }: Partial<Occupant> & { rank?: Rank } = {}): Occupant {
  const walker = standingWalker({ x: 0, y: 0 }, 0 as Direction, RANKS.indexOf(rank) as 0 | 1 | 2 | 3, 0);
  const occupant: Occupant = {
    ...{ personId, avatarNumber: 1, walker, availability: 'available', idle: false },
    cupUntilTick: 0,
    area: -1,
    ...more,
  };
  occupants.set(personId, occupant);
  pages.set(personId, {});
  return occupant;
}

const host = (personId = 'host', rank: Rank = 'host'): Occupant => enter(personId, { rank });
/** The last that they were told. */
const lastTo = (personId: string): AnnouncementView | null | undefined => told.get(personId)?.at(-1);
const rights = (): Record<string, object> => Object.fromEntries([...media.open.values()].at(-1)?.rights ?? []);
const tickTo = (tick: number): void => {
  calls.tick(tick);
  announcement.tick(tick);
};

describe('who hears it', () => {
  it('[K41] everybody but those not to be disturbed, those away by their own word, and visitors of one area', () => {
    const speaker = host();
    enter('ada');
    enter('focused', { availability: 'focused' });
    enter('idle', { availability: 'away', idle: true });
    enter('quiet', { availability: 'doNotDisturb' });
    enter('away', { availability: 'away' });
    enter('client');
    confined.add('client');
    enter('gone');
    pages.delete('gone');
    expect(announcement.begin(speaker, 0)).toEqual({ ok: true });
    const epoch = lastTo('ada')?.epoch;
    expect(epoch).toBeGreaterThan(0);
    const view = { by: 'host', name: 'HOST', fromTick: READY, untilTick: END };
    expect(Object.fromEntries(told)).toEqual({
      ...Object.fromEntries(['host', 'ada', 'focused', 'idle'].map((personId) => [personId, [{ ...view, epoch }]])),
      ...Object.fromEntries(['quiet', 'away'].map((personId) => [personId, [{ ...view, epoch: null }]])),
    });
    expect(Object.keys(rights())).toEqual(['host', 'ada', 'focused', 'idle']);
    expect(noted).toEqual(['host ']);
  });

  it('[K43] nothing goes on before the time; then the voice of the host to the others, and nobody else’s', () => {
    const speaker = host();
    enter('ada');
    announcement.begin(speaker, 0);
    tickTo(READY - 1);
    expect(rights()).toEqual({ host: { publish: [], receive: 'all' }, ada: { publish: [], receive: 'nothing' } });
    tickTo(READY);
    expect(rights()).toEqual({ host: { publish: ['microphone'], receive: 'all' }, ada: { publish: [], receive: 'sound' } });
    tickTo(END);
    expect(media.open.size).toBe(0);
    expect([lastTo('host'), lastTo('ada')]).toEqual([null, null]);
  });

  it('[K43] whoever comes hears it at once, whoever is not to be disturbed any more does not', () => {
    const speaker = host();
    const ada = enter('ada');
    announcement.begin(speaker, 0);
    tickTo(READY);
    enter('bob');
    announcement.changed();
    tickTo(READY + 1);
    expect(rights()).toMatchObject({ bob: { publish: [], receive: 'sound' } });
    expect(lastTo('bob')?.epoch).toBe(lastTo('host')?.epoch);
    ada.availability = 'doNotDisturb';
    announcement.changed();
    tickTo(READY + 2);
    expect(Object.keys(rights())).toEqual(['host', 'bob']);
    expect(lastTo('ada')).toMatchObject({ by: 'host', epoch: null });
    ada.availability = 'available';
    announcement.changed();
    tickTo(READY + 3);
    expect(rights()).toMatchObject({ ada: { receive: 'sound' } });
    confined.add('ada');
    tickTo(READY + 40);
    expect(Object.keys(rights())).toEqual(['host', 'bob']);
    expect(lastTo('ada')).toBeNull();
  });

  it('[K43] a page that was loaded anew is told anew; while a line is cut they hear on', () => {
    const speaker = host();
    enter('ada');
    announcement.begin(speaker, 0);
    pages.delete('ada');
    announcement.changed();
    tickTo(READY);
    expect(rights()).toMatchObject({ ada: { receive: 'sound' } });
    expect(told.get('ada')).toHaveLength(1);
    pages.set('ada', {});
    announcement.changed();
    tickTo(READY + 1);
    expect(told.get('ada')).toHaveLength(2);
    expect(told.get('host')).toHaveLength(1);
  });

  it('[K43] when its media worker dies, everybody is told of the new epoch', () => {
    const speaker = host();
    enter('ada');
    announcement.begin(speaker, 0);
    tickTo(READY);
    const before = lastTo('ada')?.epoch ?? 0;
    for (const { events } of [...media.open.values()]) events.died();
    tickTo(READY + 1);
    expect(lastTo('ada')?.epoch).toBeGreaterThan(before);
    expect(lastTo('host')?.epoch).toBe(lastTo('ada')?.epoch);
    expect(rights()).toMatchObject({ host: { publish: ['microphone'] }, ada: { receive: 'sound' } });
  });
});

describe('when it is over', () => {
  it('[K42] the host, a higher rank and nobody else ends it', () => {
    const speaker = host();
    const [other, admin] = [host('other'), host('admin', 'admin')];
    announcement.begin(speaker, 0);
    expect(announcement.end(other, 1)).toEqual({ refused: 'aboveYou' });
    expect(announcement.begin(other, 1)).toEqual({ refused: 'announcing' });
    expect(announcement.begin(speaker, 1)).toEqual({ ok: true });
    expect(lastTo('other')).not.toBeNull();
    expect(announcement.end(admin, 2)).toEqual({ ok: true });
    expect(lastTo('other')).toBeNull();
    announcement.begin(admin, 3);
    expect(announcement.end(speaker, 4)).toEqual({ refused: 'aboveYou' });
    expect(announcement.end(admin, 5)).toEqual({ ok: true });
    expect(announcement.end(admin, 6)).toEqual({ ok: true });
    expect(noted).toEqual(['host ', 'admin HOST', 'admin ']);
    expect(media.open.size).toBe(0);
  });

  it.each([
    ['left', (speaker: Occupant) => occupants.delete(speaker.personId)],
    ['is no host any more', (speaker: Occupant) => Object.assign(speaker.walker, { rank: RANKS.indexOf('member') })],
    ['was lost for too long', (speaker: Occupant) => Object.assign(speaker, { lostTick: READY - ticksOf(tuning.announceLostMs) })],
    ['may not speak', (speaker: Occupant) => announcement.endOf(speaker.personId, READY)],
  ])('[K42] it ends when the host %s', (_how, happens) => {
    const speaker = host();
    enter('ada');
    announcement.begin(speaker, 0);
    happens(speaker);
    tickTo(READY);
    expect(lastTo('ada')).toBeNull();
    expect(media.open.size).toBe(0);
  });

  it('[K42] a host whose line is cut for a moment goes on', () => {
    const speaker = host();
    enter('ada');
    announcement.begin(speaker, 0);
    speaker.lostTick = READY + 1 - ticksOf(tuning.announceLostMs);
    tickTo(READY);
    expect(rights()).toMatchObject({ host: { publish: ['microphone'] }, ada: { receive: 'sound' } });
  });

  it('[K41] three in ten minutes, of all hosts together', () => {
    const hosts = [host('a'), host('b')];
    for (let n = 0; n < tuning.announcements; n++) {
      const speaker = hosts[n % 2] as Occupant;
      expect(announcement.begin(speaker, n)).toEqual({ ok: true });
      announcement.end(speaker, n);
    }
    const again = ticksOf(tuning.announceWindowMs);
    expect(announcement.begin(hosts[0] as Occupant, again - 1)).toEqual({ refused: 'tooMany' });
    expect(announcement.begin(hosts[0] as Occupant, again)).toEqual({ ok: true });
  });
});
