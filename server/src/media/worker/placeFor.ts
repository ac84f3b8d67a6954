// What somebody gets of all that is published in their call: by their rights, by what they wish, in a hall by what everybody there is shown.
import type { Quality } from '@comptoir/shared/protocol/talk';
import type { Hall } from './Hall.ts';
import type { Participant } from './Participant.ts';
import { partnerOf, placePictures, placeSounds } from './placeSources.ts';
import type { Receiver } from './Receiver.ts';
import { LOUDEST } from './receivingLines.ts';
import { keyOf, type SourceTrack } from './SourceTrack.ts';

/** All that may go on to others now. */
export interface Sources {
  tracks: readonly SourceTrack[];
  byKey: ReadonlyMap<string, SourceTrack>;
}

export function placeFor(participant: Participant, receiver: Receiver, sources: Sources, hall: Hall | undefined, nowMs: number): void {
  const { receive } = participant.rights;
  if (hall && (receive === 'stage' || receive === 'sound')) placeAsAll(participant, receiver, sources, hall, nowMs);
  else placeAsWished(participant, receiver, sources, nowMs);
}

const isFor = ({ rights, parts }: Participant, from: string): boolean => from !== parts.personId && rights.except?.includes(from) !== true;

/** K46, K47 */
function placeAsAll(participant: Participant, receiver: Receiver, { byKey }: Sources, hall: Hall, nowMs: number): void {
  const { rights, stageWishes } = participant;
  const { active } = hall.sight;
  const activeCamera = active === undefined ? undefined : keyOf(active, 'camera');
  const wishOf = (key: string): Quality | 'none' => {
    if (byKey.get(key)?.as === 'screen') return stageWishes.screen;
    return key === activeCamera ? stageWishes.active : stageWishes.second;
  };
  const qualityOf = (key: string): Quality => {
    const wish = wishOf(key);
    return wish === 'none' ? 'low' : wish;
  };
  const mine = (key: string | undefined): SourceTrack | undefined => {
    const track = key === undefined ? undefined : byKey.get(key);
    return track && isFor(participant, track.personId) ? track : undefined;
  };
  const seen = (key: string | undefined): SourceTrack | undefined => (key === undefined || wishOf(key) === 'none' ? undefined : mine(key));
  receiver.fill('audio', hall.sounds.map(mine), qualityOf, nowMs);
  receiver.fill('video', rights.receive === 'stage' ? hall.pictures.map(seen) : [], qualityOf, nowMs);
}

/** K7 */
function placeAsWished(participant: Participant, receiver: Receiver, { tracks, byKey }: Sources, nowMs: number): void {
  const { rights, wishes } = participant;
  const qualityOf = (key: string): Quality => wishes.get(key) ?? 'low';
  const others = rights.receive === 'nothing' ? [] : tracks.filter(({ personId }) => isFor(participant, personId));
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
  const heard = receiver.contentsOf('audio');
  const shown = receiver.contentsOf('video');
  const sounds = others
    .filter(({ medium }) => medium === 'audio')
    .map(({ key, spokeMs, as }) => ({ key, spokeMs, isScreen: as === 'screenAudio' }));
  place('audio', placeSounds(heard, sounds, { slots: heard.length, loudest: LOUDEST }, slotIn(shown), nowMs));

  const pictures = new Set(others.filter(({ medium }) => medium === 'video').map(({ key }) => key));
  const wished = rights.receive === 'all' ? [...wishes.keys()].filter((key) => pictures.has(key)) : [];
  place('video', placePictures(shown, wished, shown.length, slotIn(receiver.contentsOf('audio'))));
}
