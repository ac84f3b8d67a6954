// What a call with an audience has beside others: who is shown as speaking, and one arrangement of pictures and voices for all who only receive.
import type { StageSight } from '../relayWords.ts';
import { partnerOf, placePictures, placeSounds } from './placeSources.ts';
import { AUDIENCE_LINES, LOUDEST } from './receivingLines.ts';
import { keyOf, type SourceTrack } from './SourceTrack.ts';
import { newOrder, nextOrder, type SpeakingOrder } from './speakingOrder.ts';

/** Of everything that is shown on a stage an audience gets so much: they look at one thing, and at who explains it. */
const PICTURES = 2;

export const NOTHING_SHOWN: StageSight = { active: undefined, presenter: undefined, pictures: [] };

export class Hall {
  sight: StageSight = NOTHING_SHOWN;
  /** Keys in the lines of everybody who only receives; whoever is one of them gets nothing in that place. */
  sounds: readonly (string | undefined)[] = [];
  pictures: readonly (string | undefined)[] = [];
  /** Whoever shows slides, which are no track. */
  presents: string | undefined;
  #order: SpeakingOrder = newOrder();
  /** Keys, whoever began last at the end. */
  #screens: readonly string[] = [];

  /** K46: a few times a second, where people publish. @returns whether something else is to be seen */
  look(tracks: readonly SourceTrack[], nowMs: number): boolean {
    const voices = new Map<string, number>();
    for (const { personId, as, spokeMs } of tracks)
      voices.set(
        personId,
        Math.max(voices.get(personId) ?? Number.NEGATIVE_INFINITY, as === 'microphone' ? spokeMs : Number.NEGATIVE_INFINITY),
      );
    this.#order = nextOrder(this.#order, voices, nowMs);
    // a connection that is only being made shows nothing
    const keys = new Set(tracks.filter(({ streams }) => streams.length > 0).map(({ key }) => key));
    const shared = tracks
      .filter(({ key }) => keys.has(key))
      .filter(({ as }) => as === 'screen')
      .map(({ key }) => key);
    this.#screens = [...this.#screens.filter((key) => keys.has(key)), ...shared.filter((key) => !this.#screens.includes(key))];

    const { people } = this.#order;
    const screen = this.#screens.at(-1);
    const [active] = people;
    const presenter = tracks.find(({ key }) => key === screen)?.personId ?? this.presents ?? people[1];
    const cameras = [active, presenter, ...people]
      .filter((personId) => personId !== undefined)
      .map((personId) => keyOf(personId, 'camera'));
    const pictures = [...new Set([...(screen === undefined ? [] : [screen]), ...cameras.filter((key) => keys.has(key))])].slice(
      0,
      PICTURES,
    );
    const before = this.sight;
    this.sight = { active, presenter, pictures };
    return before.active !== active || before.presenter !== presenter || before.pictures.join() !== pictures.join();
  }

  /** Whenever tracks come and go, somebody begins to speak, or something else is to be seen. */
  arrange(tracks: readonly SourceTrack[], nowMs: number): void {
    const slotIn =
      (contents: readonly (string | undefined)[]) =>
      (key: string): number | undefined => {
        const slot = contents.indexOf(partnerOf(key));
        return slot < 0 ? undefined : slot;
      };
    const sources = tracks
      .filter(({ medium }) => medium === 'audio')
      .map(({ key, spokeMs, as }) => ({ key, spokeMs, isScreen: as === 'screenAudio' }));
    this.sounds = placeSounds(this.sounds, sources, { slots: AUDIENCE_LINES.sounds, loudest: LOUDEST }, slotIn(this.pictures), nowMs);
    const keys = new Set(tracks.map(({ key }) => key));
    const wished = this.sight.pictures.filter((key) => keys.has(key));
    this.pictures = placePictures(this.pictures, wished, AUDIENCE_LINES.pictures, slotIn(this.sounds));
  }
}
