// Numbers of accounts alone: how often somebody may ask for a mail and guess a code, within ten minutes unless it says otherwise.
export const ofAccounts = {
  /** A session ends when nobody used it for so long. */
  sessionUnusedMs: 90 * 86_400_000,
  /** Mails asked for from one address: a coworking that signs in on a Monday must fit. */
  mailsPerAddress: 30,
  /** Of those to one reader: enough to lose some, too few to be a nuisance; and within a day. */
  mailsPerPair: 5,
  mailsPerPairDay: 15,
  /** Mails to one reader, whoever asks: more, so that one who asks for a nuisance does not use them up; and within a day. */
  mailsPerReader: 10,
  mailsPerReaderDay: 40,
  /** Wrong codes from one address. */
  signInTries: 20,
  /** After a sign-out elsewhere whoever is inside is out within this; on the same process at once. */
  signedOutLookMs: 2000,
} as const;
