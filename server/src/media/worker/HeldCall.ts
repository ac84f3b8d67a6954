// A call as a media worker holds it: who is in it, and who gets what of whom.
import type { ClientMediaSignal, Quality, ServerMediaSignal } from '@comptoir/shared/protocol/talk';
import type { MediaRights } from '../MediaRouter.ts';
import type { ConnectSettings } from './connect.ts';
import { Participant } from './Participant.ts';
import type { PublishedTrack } from './PublishedTrack.ts';
import { placePictures, placeSounds } from './placeSources.ts';
import type { Receiver } from './Receiver.ts';
import { LOUDEST, PICTURE_SLOTS, SOUND_SLOTS } from './receivingLines.ts';

export interface HeldCallParts {
  settings: ConnectSettings;
  counted: { in: number; out: number };
  nowMs(): number;
  ntpMs(): number;
  chance(): number;
  tell(personId: string, signal: ServerMediaSignal): void;
}

/** The other half of a pair: sound and picture of one person, or of one screen. */
const PARTNER: Readonly<Record<string, string>> = {
  microphone: 'camera',
  camera: 'microphone',
  screen: 'screenAudio',
  screenAudio: 'screen',
};

const partnerOf = (key: string): string => {
  const [personId, as = ''] = key.split(' ');
  return `${personId} ${PARTNER[as]}`;
};

export class HeldCall {
  readonly #parts: HeldCallParts;
  readonly #participants = new Map<string, Participant>();

  constructor(parts: HeldCallParts) {
    this.#parts = parts;
  }

  get connectedPeople(): number {
    return [...this.#participants.values()].filter(({ isConnected }) => isConnected).length;
  }

  grant(personId: string, rights: MediaRights): void {
    let participant = this.#participants.get(personId);
    if (!participant) {
      const { settings, counted, nowMs, ntpMs, chance, tell } = this.#parts;
      participant = new Participant({
        ...{ personId, settings, counted, nowMs, ntpMs, chance },
        tell: (signal) => tell(personId, signal),
        onChange: () => this.#place(),
        onVoice: () => this.#hearNewVoice(),
        onLayer: (atMs) => this.choose(atMs),
      });
      this.#participants.set(personId, participant);
    }
    participant.grant(rights);
  }

  revoke(personId: string): void {
    const leaving = this.#participants.get(personId);
    if (!leaving) return;
    this.#participants.delete(personId);
    leaving.end();
    this.#place();
  }

  signal(personId: string, signal: ClientMediaSignal): void {
    void this.#participants.get(personId)?.signal(signal);
  }

  close(): void {
    for (const participant of this.#participants.values()) participant.end();
    this.#participants.clear();
  }

  /** Every 20 ms. */
  care(nowMs: number): void {
    for (const { published } of this.#participants.values()) for (const { track } of published.values()) track.care(nowMs);
  }

  /** Once a second. */
  report(nowMs: number): void {
    const receivers = this.#receivers();
    for (const receiver of receivers) receiver.report(nowMs);
    for (const track of this.#tracks()) {
      track.isWantedLarge = receivers.some((receiver) => receiver.showsLarge(track));
      track.report(nowMs);
    }
  }

  /** Twice a second: layers stop and begin. */
  choose(nowMs: number): void {
    for (const receiver of this.#receivers()) receiver.choose(nowMs);
  }

  #receivers(): Receiver[] {
    return [...this.#participants.values()].map(({ receiver }) => receiver).filter((receiver) => receiver !== undefined);
  }

  #tracks(): PublishedTrack[] {
    return [...this.#participants.values()].flatMap(({ published }) => [...published.values()].map(({ track }) => track));
  }

  /** Where everybody has a slot, nothing changes. */
  #hearNewVoice(): void {
    if (this.#participants.size > SOUND_SLOTS) this.#place();
  }

  #place(): void {
    const tracks = this.#tracks().filter(({ isAllowed }) => isAllowed);
    const byKey = new Map(tracks.map((track) => [track.key, track]));
    for (const participant of this.#participants.values()) {
      const { receiver, parts } = participant;
      if (!receiver) continue;
      this.#placeFor(participant, receiver, tracks, byKey);
      if (!receiver.isNews) continue;
      receiver.isNews = false;
      parts.tell({ kind: 'slots', slots: receiver.contents() });
    }
  }

  #placeFor(
    { rights, wishes, parts: { personId } }: Participant,
    receiver: Receiver,
    tracks: readonly PublishedTrack[],
    byKey: ReadonlyMap<string, PublishedTrack>,
  ): void {
    const nowMs = this.#parts.nowMs();
    const qualityOf = (key: string): Quality => wishes.get(key) ?? 'low';
    const isFor = (from: string): boolean => from !== personId && rights.except?.includes(from) !== true;
    const others = rights.receive === 'nothing' ? [] : tracks.filter(({ parts }) => isFor(parts.personId));
    const place = (medium: 'audio' | 'video', keys: readonly (string | undefined)[]): void =>
      receiver.fill(
        medium,
        keys.map((key) => (key === undefined ? undefined : byKey.get(key))),
        qualityOf,
        nowMs,
      );
    const slotIn =
      (contents: readonly (string | undefined)[]) =>
      (key: string): number | undefined => {
        const slot = contents.indexOf(partnerOf(key));
        return slot < 0 ? undefined : slot;
      };

    const sources = others
      .filter(({ medium }) => medium === 'audio')
      .map(({ key, spokeMs, parts }) => ({ key, spokeMs, isScreen: parts.as === 'screenAudio' }));
    const rules = { slots: SOUND_SLOTS, loudest: LOUDEST };
    place('audio', placeSounds(receiver.contentsOf('audio'), sources, rules, slotIn(receiver.contentsOf('video')), nowMs));

    const pictures = new Set(others.filter(({ medium }) => medium === 'video').map(({ key }) => key));
    const wished = rights.receive === 'all' ? [...wishes.keys()].filter((key) => pictures.has(key)) : [];
    place('video', placePictures(receiver.contentsOf('video'), wished, PICTURE_SLOTS, slotIn(receiver.contentsOf('audio'))));
  }
}
