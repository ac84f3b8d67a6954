// What I am in a talk, what I may send in it, and where one could be begun: pure, for media, keys and panels alike.
import type { Area, Traits } from '@comptoir/shared/map/OfficeMap';
import type { StageView, TalkSummary } from '@comptoir/shared/protocol/auditorium';
import type { ConversationView } from '@comptoir/shared/protocol/talk';

/** audience: listens · floor: speaks from their seat · stage: speaks on the stage. */
export type StageRole = 'audience' | 'floor' | 'stage';

type Conversation = Pick<ConversationView, 'kind' | 'role' | 'members'>;

/** Undefined: in no talk. */
export function stageRole(view: Conversation | undefined, myId: string | undefined): StageRole | undefined {
  if (view?.kind !== 'talk') return undefined;
  if (view.role !== 'speaker') return 'audience';
  return view.members.find(({ personId }) => personId === myId)?.floor ? 'floor' : 'stage';
}

export interface MaySend {
  microphone: boolean;
  camera: boolean;
  screen: boolean;
}

/** T52: in a talk who speaks is heard and seen; from a seat a screen is not shown, and a picture only where it was given with the floor. */
export function maySend(view: Conversation | undefined, stage: Pick<StageView, 'floor'> | undefined, myId: string | undefined): MaySend {
  if (!view) return { microphone: false, camera: false, screen: false };
  const role = stageRole(view, myId);
  if (role === undefined) {
    const may = view.role === 'member' || view.role === 'speaker';
    return { microphone: may, camera: may, screen: may };
  }
  const hasPicture = stage?.floor.some(({ personId, video }) => personId === myId && video) === true;
  return { microphone: role !== 'audience', camera: role === 'stage' || (role === 'floor' && hasPicture), screen: role === 'stage' };
}

/** The auditorium in which I could begin a talk: I stand on its stage, and none is on there. */
export function startableIn({ conversation, auditorium }: Traits, talks: readonly Pick<TalkSummary, 'auditorium'>[]): string | undefined {
  if (conversation !== 'stage' || auditorium === undefined) return undefined;
  return talks.some((talk) => talk.auditorium === auditorium) ? undefined : auditorium;
}

/** Its audience or its stage; undefined where the map has none any more. */
export const areaOf = (areas: readonly Area[], auditorium: string, which: 'audience' | 'stage'): Area | undefined =>
  areas.find(({ traits }) => traits.auditorium === auditorium && traits.conversation === which);

/** The talk that an area belongs to. */
export const talkAt = ({ traits }: Area, talks: readonly TalkSummary[]): TalkSummary | undefined =>
  traits.auditorium === undefined || (traits.conversation !== 'audience' && traits.conversation !== 'stage')
    ? undefined
    : talks.find(({ auditorium }) => auditorium === traits.auditorium);
