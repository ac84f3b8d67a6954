// Every number a designer may change, with its unit and its reason; rules read them from here only. What one subject needs alone is beside it, in tuning/.
import { ofAccounts } from './tuning/ofAccounts.ts';
import { ofHosting } from './tuning/ofHosting.ts';
import { ofMeetings } from './tuning/ofMeetings.ts';
import { ofPeople } from './tuning/ofPeople.ts';
import { ofTalks } from './tuning/ofTalks.ts';
import { ofWords } from './tuning/ofWords.ts';

export const tuning = {
  /** One office tick: 50 a second, fine enough for a key press to be felt at once. */
  tickMs: 20,
  /** Gaits in px/s; movement.ts rounds them to whole world units per tick. */
  walkPxPerS: 160,
  runPxPerS: 320,
  strollPxPerS: 96,
  /** Feet: what must stand on free floor; narrower than a tile so that doors of one tile are easy. */
  feetWidthPx: 20,
  feetHeightPx: 12,

  /** A held direction ends by itself after this, unless renewed: a frozen page stands still. */
  heldIntentMs: 1500,
  /** How often a client renews a held direction. */
  renewMs: 1000,
  /** A segment may claim to have started at most this long ago. */
  segmentPastMs: 300,
  /** Longest path a client may ask the server to walk. */
  maxWaypoints: 64,

  /** Crowd cells: 8 x 8 tiles; smaller cells cost headers, larger ones send people nobody sees. */
  cellPx: 256,
  /** Largest view a client may watch, in cells each way. */
  maxViewCells: 13,
  /** View changes accepted per second. */
  viewChangesPerS: 5,
  /** Frame rate of the crowd relay: people up to -> frames a second. */
  frameRates: [
    { upTo: 300, hz: 50 },
    { upTo: 2200, hz: 20 },
    // every 90 ms
    { upTo: Number.POSITIVE_INFINITY, hz: 100 / 9 },
  ],
  /** Bytes waiting in a socket above which frames are skipped and a full view is sent later. */
  backPressureBytes: 65_536,
  /** A socket still this full after `slowReaderMs` is closed. */
  slowReaderBytes: 1_048_576,
  slowReaderMs: 10_000,
  /** An avatar number is not used again before this: late frames must not move a stranger. */
  avatarNumberRestMs: 60_000,

  /** Heartbeat: also the clock. Lost after `lostMs` without an answer. */
  heartbeatMs: 2000,
  lostMs: 5000,
  /** A page that is seen again after longer than that waits so long for an answer before it joins afresh; a slow network takes 1 s there and back. */
  wakeAnswerMs: 1200,
  retryMs: 500,
  retrySpread: 0.3,
  slowRetryAfterMs: 60_000,
  slowRetryMs: 5000,
  /** The server keeps a lost person's place this long; the avatar fades after `fadeAfterMs`. */
  holdSeatMs: 60_000,
  fadeAfterMs: 3000,

  /** Others are drawn this late, so that the next record has usually arrived. */
  interpolationMs: 100,

  /** How near one must stand to use a thing or sit down. */
  reachPx: 56,
  cupMs: 600_000,
  brewMs: 2500,
  emoteMs: 2600,
  awayAfterMs: 300_000,

  nameLength: 24,
  tradeLength: 40,
  /** Messages a second a client may send before it is slowed down; a walk needs about 5. */
  messagesPerS: 40,
  /** Bad messages within `badWindowMs` before the connection is closed. */
  badMessages: 20,
  badWindowMs: 10_000,
  maxPayloadBytes: 65_536,

  /** Bubbles are formed on every so many office ticks (100 ms), and in between when a dwell is over. */
  bubbleTicks: 5,
  /** Nearness must last this long before it becomes a conversation: somebody walking past is not joining. */
  dwellMs: 600,
  /** Nobody changes conversation twice within this by standing still. */
  calmMs: 1000,
  /** After the ring was first seen, which is up to a round into the dwell, both sides may gather ICE candidates (no tracks, no names). */
  gatherAfterMs: 300,
  /** Feet to feet, to the nearest member. */
  joinPx: 64,
  /** Members no longer form one component at this distance ... */
  leavePx: 112,
  /** ... for this long: small steps never flap. */
  leaveAfterMs: 500,
  /** A newcomer must stand within base + perMember x n of the middle: queues do not chain. */
  centroidPx: 96,
  centroidPerMemberPx: 8,
  /** Standing this near to a table joins who sits there. */
  tablePx: 64,
  /** An out-loud conversation is heard from here after a dwell ... */
  listenPx: 160,
  /** ... and its members see the listener this long before. */
  listenNoticeMs: 500,
  bubbleMost: 12,
  bubbleLarge: 7,
  listenersMost: 12,
  meetingMost: 50,
  /** Before and after a talk, in the audience. */
  audienceMost: 4,
  walkMost: 4,
  /** In one conversation for so long, two have met. */
  metMs: 180_000,
  /** Who leaves the formation of a walk by a key of theirs is in the conversation for this long. */
  walkLeaveAfterMs: 5000,
  /** Hidden for longer without a conversation: knock only. */
  hiddenKnockMs: 15_000,
  askMs: 30_000,
  /** Knocks at the same target within `knockWindowMs`. */
  knocks: 3,
  invitationsPerPerson: 3,
  invitations: 20,
  askWindowMs: 600_000,
  ...ofWords,
  ...ofPeople,

  /** Up to here a conversation is a mesh; more, or a listener, and it is on the media server. */
  meshMax: 4,
  /** Both transports run together for this long while a call moves. */
  overlapMs: 5000,
  /** Back to the mesh only after this long with few people. */
  backToMeshMs: 20_000,
  /** A mesh that is not connected by then moves to the media server. */
  meshGiveUpMs: 2500,
  fadeInMs: 500,
  fadeInFromDb: -12,
  fadeOutMs: 400,
  /** First sound at least this long after the ring appears. */
  firstSoundMs: 300,
  cameraHiddenMs: 20_000,
  selfViewShrinksMs: 10_000,
  turnTtlS: 21_600,

  ...ofAccounts,

  ...ofHosting,

  ...ofMeetings,

  ...ofTalks,

  /** Patches of the replicated (cold) state. */
  patchMs: 200,
  /** Counts per area and digests. */
  digestMs: 1000,
  /** Below this many people the wings dim and the centre stays lit. */
  fewPeople: 8,
} as const;
