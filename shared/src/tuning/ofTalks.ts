// Talks on a stage, and what stays of them.

export const ofTalks = {
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
} as const;
