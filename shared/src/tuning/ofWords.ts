// What is written and drawn: lines, topics, files, notes and whiteboards.

export const ofWords = {
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
  /** Whoever comes in is sent the latest direct lines of so many pairs, and so many of each. */
  directPairsShown: 20,
  directLinesShown: 30,
  /** Different ones on one line. */
  reactionsOfLine: 12,
  /** Characters of what a reply shows of what it answers. */
  quoteLength: 160,
  topicsOfOffice: 100,
  /** Links and files on one shelf. */
  itemsOfShelf: 200,
  /** Sealed lines can only be found by opening them: of one person the latest ones. */
  directSearched: 5000,
  /** Searches of one person, for words and for people. */
  searchesAtOnce: 15,
  searchesPerMinute: 60,
  /** A file that was sent and not used is deleted after that. */
  unusedFileMs: 3_600_000,
  /** Browsers of one person that are told of something. */
  pushesOfPerson: 10,
  peopleFound: 20,
  conversationLinesKept: 300,
  /** Of one of these together, UTF-16 units: whoever comes in is sent them at once. */
  keptCharacters: 200_000,
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
} as const;
