// What somebody says of themselves, and leaves on desks.

export const ofPeople = {
  /** Characters (graphemes) of a field of a card, of the line about now, of places; and how many languages. */
  cardTextLength: 200,
  nowLength: 80,
  cardPlacesLength: 80,
  cardLanguages: 8,
  /** The line about now is gone after this. */
  nowMs: 86_400_000,
  cardImageBytes: 5_000_000,
  /** Cards shown to a conversation by one person within a minute. */
  cardShowsPerMinute: 5,
  /** Characters of a note left on a desk; notes that lie on one; of one writer within a day. */
  deskNoteLength: 300,
  deskNotesMost: 100,
  deskNotesPerDay: 30,
  /** Whoever was not seen for so long has no desk any more; a note lies so long. */
  deskKeptMs: 90 * 86_400_000,
  deskNoteKeptMs: 180 * 86_400_000,
  /** Exports of everything about one person; guests erased from one address. */
  exportsPerHour: 2,
  erasuresPerHour: 10,
  /** A guest without a rank whom nobody has seen for so long, and for as long as anything is kept, is erased. */
  guestKeptDays: 365,
  /** MB: a larger file is overwritten, where somebody was erased, at night only. */
  scrubAtOnceMb: 100,
} as const;
