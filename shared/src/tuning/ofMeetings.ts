// Standing meetings.

export const ofMeetings = {
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
} as const;
