// The door, and what hosts do.

export const ofHosting = {
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
  /** Characters of the charter, and of whom those write to who are banned, in each language. */
  houseTextLength: 6000,
} as const;
