// Every number a designer may change, with its unit and its reason; rules read them from here only.

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
  /** Characters of one line of words, as a person counts them. */
  textLength: 4000,
  /** Lines a person may say at once, and how fast they come back. */
  linesAtOnce: 8,
  linesPerMinute: 40,
  officeLinesKept: 200,
  /** Characters of a topic's title and of what it is about. */
  topicTitleLength: 60,
  topicAboutLength: 300,
  /** People never met to whom one may write first, in 24 h. */
  firstContactsPerDay: 5,
  /** Of one line; bytes of one file, and of all that one person has here. */
  filesOfLine: 10,
  fileBytes: 20_000_000,
  fileBytesOfPerson: 500_000_000,
  /** Lines in one answer of `history` and `searchWords`. */
  linesPerAnswer: 50,
  directLinesKept: 200,
  conversationLinesKept: 300,
  /** Of one of these together, UTF-16 units: whoever comes in is sent them at once. */
  keptCharacters: 200_000,
  /** Of all direct words together, UTF-16 units: what memory bears. */
  directCharactersKept: 8_000_000,
  /** How often "is writing" is told again, and how long it is shown. */
  typingEveryMs: 2500,
  typingShownMs: 5000,
  /** In an office with more people than that nobody is told who writes to all. */
  typingMost: 100,
  /** What one writes and draws together: bytes of one update, of a whole document, and a second for each person. */
  noteUpdateBytes: 32_768,
  noteBytes: 1_000_000,
  noteBytesAtOnce: 262_144,
  noteBytesPerS: 65_536,
  /** Characters of a shared note: a textarea of more is no pleasure. */
  noteLength: 20_000,
  /** Lines of a pen on a whiteboard: more slow every browser down. */
  boardStrokes: 2000,

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

  /** Characters (graphemes) of what an invitation is called. */
  labelLength: 60,
  /** Invitations that are still good, of one person. */
  invitationsKept: 100,
  passwordLeast: 6,
  passwordLength: 200,
  /** Wrong passwords from one address within `passwordTriesMs`. */
  passwordTries: 10,
  passwordTriesMs: 600_000,
  /** Invitations that nobody made, from one address within ten minutes: links are mangled now and then. */
  invitationTries: 30,
  /** Somebody at the door waits this long for a host. */
  doorKnockMs: 60_000,
  doorKnocks: 20,

  /** Sent out: not in again for so long. */
  sentOutMs: 600_000,
  reasonLength: 200,
  /** Members of a conversation that a host ends are warned this long. */
  endingMs: 10_000,
  /** "Come here" stands this long. */
  gatheringMs: 300_000,
  /** Of one office within `gatheringWindowMs`: whoever is called every minute no longer looks. */
  gatherings: 3,
  gatheringWindowMs: 600_000,
  /** An announcement: links are made before, so that the first word is heard. */
  announceReadyMs: 3000,
  announceMs: 30_000,
  /** A host whose connection is lost for longer is not waited for. */
  announceLostMs: 3000,
  /** Of one office within `announceWindowMs`: more is a loudspeaker. */
  announcements: 3,
  announceWindowMs: 600_000,
  /** What I talk about meanwhile is turned down by this, and stays intelligible. */
  announceDuckDb: -12,
  /** What whoever runs the server writes to everybody stands this long, unless one closes it. */
  noticeMs: 60_000,
  noticeLength: 300,
  reportLength: 1000,
  /** Reports of one person within an hour. */
  reportsPerHour: 5,
  /** Lines that go with a report. */
  reportLines: 20,
  blocksMost: 500,
  /** What hosts did, and reports that were settled, are kept this long. */
  auditDays: 365,

  /** Standing meetings: characters (graphemes), minutes, and how many an office may have that are not over. */
  meetingTitleLength: 80,
  meetingThemeLength: 400,
  meetingShortestMin: 15,
  meetingLongestMin: 480,
  meetingsMost: 50,
  /** Everybody inside is told of those within this time. */
  meetingsAheadMs: 14 * 86_400_000,
  /** The top strip shows one from so long before ... */
  meetingShownMs: 86_400_000,
  /** ... and counts the minutes down from here. */
  meetingCountdownMs: 3_600_000,
  /** The machine steams, and everybody is told, from so long before the start ... */
  meetingSteamBeforeMs: 600_000,
  /** ... until so long after it. */
  meetingSteamAfterMs: 600_000,
  /** What is over or cancelled stays in feeds, so that calendars learn of it. */
  meetingKeptMs: 30 * 86_400_000,
  /** "I'm coming" from one address within ten minutes, on the page that anybody may read. */
  comingPerAddress: 60,
  /** Of one occurrence. */
  comingMost: 5000,

  /** Talks: characters (graphemes) of a title, of a question, of a choice, of a chapter's title. */
  talkTitleLength: 80,
  questionLength: 400,
  pollOptionLength: 80,
  chapterLength: 80,
  /** Titles of a programme. */
  programmeMost: 30,
  /** On the stage and with the floor together. */
  stageMost: 12,
  /** Raised hands whose order everybody sees. */
  handsShown: 30,
  /** Everybody in a hall is told of what changed at most so often; of a hand, the floor or a page at once. */
  stageTellMs: 500,
  /** Nobody on the stage: it ends by itself. */
  emptyStageMs: 900_000,
  /** No leader left: after this whoever speaks longest leads it. */
  leaderLostMs: 60_000,
  /** Questions of one talk, of one person within a minute, and all together within a minute. */
  questionsMost: 500,
  questionsPerPerson: 3,
  questionsPerMinute: 120,
  pollOptions: 8,
  pollsMost: 50,
  debateSides: 4,
  debatesMost: 20,
  /** Applause of one person that counts within `stageTellMs`: one cannot clap faster. */
  applauseMost: 10,
  /** What somebody applauds within this goes in one message. */
  applauseBatchMs: 300,
  chapterGapMs: 3000,
  chaptersMost: 200,
  slidePages: 300,
  slideBytes: 40_000_000,
  /** Documents of one talk. */
  slideDocuments: 20,
  /** Stays free on the disk, whatever is sent: the database needs its room. */
  diskReserveMb: 200,
  /** A document on its way: nothing comes of it for so long, or not all of it by then, and it is given up. */
  slideIdleMs: 20_000,
  slideSendMs: 600_000,
  /** Pages are told at once, but no more often: a held key turns thirty a second. */
  slideTellMs: 100,

  /** What stays of a talk: characters of a line of its notes, of its summary, of an address; and how many. */
  noteLineLength: 280,
  notesMost: 2000,
  scribesMost: 3,
  summaryLines: 5,
  summaryLineLength: 200,
  linkLength: 500,
  linksMost: 20,
  answerLength: 1000,
  /** What is kept of a talk that is on is written so often; of a server that is killed, no more is lost. */
  recordSaveMs: 3000,
  /** Turned pages of one talk. */
  turnsMost: 5000,
  /** Of what is written on the page of a past talk: of one talk in all, and from one address within ten minutes. */
  afterwardsMost: 1000,
  afterwardsPerAddress: 12,
  /** Past talks of one office. */
  pastTalksMost: 500,

  /** Patches of the replicated (cold) state. */
  patchMs: 200,
  /** Counts per area and digests. */
  digestMs: 1000,
  /** Below this many people the wings dim and the centre stays lit. */
  fewPeople: 8,
} as const;
