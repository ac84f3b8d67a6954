// May this talk, or this meeting room, be recorded now, and who of it? Nobody's word or picture is kept who has not said yes before. Pure.
import type { RecordingView } from '@comptoir/shared/protocol/recording';

/** Somebody who asked for the floor waits for it until they say whether they may be recorded. */
export interface Held {
  video: boolean;
  /** personId of the leader who gives it. */
  by: string;
}

export interface Consent {
  /** Whoever asked, by personId. */
  by: string;
  /** Something has been recorded: whoever has not agreed does not speak from here on. */
  hasBegun: boolean;
  agreed: Set<string>;
  refused: Set<string>;
  /** By personId: on the way to the floor. */
  held: Map<string, Held>;
}

export const newConsent = (by: string): Consent => ({
  ...{ by, hasBegun: false },
  // asking for it is a yes
  ...{ agreed: new Set([by]), refused: new Set<string>(), held: new Map<string, Held>() },
});

/** T101: may somebody speak, as far as the recording is concerned? */
export const maySpeakRecorded = (consent: Consent | undefined, personId: string): boolean =>
  consent === undefined || !consent.hasBegun || consent.agreed.has(personId);

/** T100: is everybody who speaks agreed? Nobody speaks: nothing is recorded. */
export const mayRecord = ({ agreed }: Consent, speakers: readonly string[]): boolean =>
  speakers.length > 0 && speakers.every((personId) => agreed.has(personId));

/** Whoever would speak, and has to say first whether they may be recorded. @param wouldSpeak on the stage, held back or not */
export const isAsked = ({ agreed, refused, held }: Consent, personId: string, wouldSpeak: boolean): boolean =>
  (wouldSpeak || held.has(personId)) && !agreed.has(personId) && !refused.has(personId);

/** Their word, whatever it was before. @returns the floor that waited for it */
export function answer(consent: Consent, personId: string, yes: boolean): Held | undefined {
  const held = consent.held.get(personId);
  consent.held.delete(personId);
  consent[yes ? 'agreed' : 'refused'].add(personId);
  consent[yes ? 'refused' : 'agreed'].delete(personId);
  return yes ? held : undefined;
}

export interface Seen {
  /** personIds of who speaks now, and of who would if they agreed. */
  speakers: readonly string[];
  waiting: readonly string[];
  isOn: boolean;
  recordedMs: number;
  keptDays: number;
}

export function recordingView(consent: Consent, seen: Seen): Omit<RecordingView, 'mine'> {
  const { speakers, waiting, isOn, recordedMs, keptDays } = seen;
  const all = [...new Set([...speakers, ...waiting])];
  const count = (of: (personId: string) => boolean): number => all.filter(of).length;
  return {
    of: 'talk',
    state: isOn ? 'on' : consent.hasBegun ? 'paused' : 'asking',
    by: consent.by,
    agreed: count((one) => consent.agreed.has(one)),
    refused: count((one) => consent.refused.has(one)),
    waiting: count((one) => !consent.agreed.has(one) && !consent.refused.has(one)),
    recordedMs,
    keptDays,
  };
}

/** What one of them is told of themselves. */
export function mineOf(consent: Consent, personId: string, wouldSpeak: boolean): RecordingView['mine'] {
  if (isAsked(consent, personId, wouldSpeak)) return 'asked';
  if (consent.agreed.has(personId)) return 'agreed';
  return consent.refused.has(personId) ? 'refused' : 'none';
}

/** T141: in a room everybody is heard, and a no is told as no answer. `people`: whoever is in it. */
export function meetingView(
  consent: Consent,
  { people, isOn, recordedMs, keptDays }: Pick<Seen, 'isOn' | 'recordedMs' | 'keptDays'> & { people: readonly string[] },
): Omit<RecordingView, 'mine'> {
  const { agreed, waiting, refused, ...view } = recordingView(consent, { speakers: people, waiting: [], isOn, recordedMs, keptDays });
  return { ...view, of: 'meeting', agreed, waiting: waiting + refused, refused: 0 };
}
