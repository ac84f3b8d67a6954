// Writes what the server says of talks in the auditorium into world.auditorium.
import type { AuditoriumServerMessages } from '@comptoir/shared/protocol/auditorium';
import type { RecordingServerMessages } from '@comptoir/shared/protocol/recording';
import type { ReplayServerMessages } from '@comptoir/shared/protocol/replay';
import { batch } from '@preact/signals-core';
import { settleVotes } from '../world/votesAhead.ts';
import type { World } from '../world/World.ts';

type Told = AuditoriumServerMessages & ReplayServerMessages & RecordingServerMessages;
type Sink = { [T in keyof Told]: (message: Told[T]) => void };

export function takeAuditorium(world: World): Sink {
  const { auditorium } = world;
  return {
    stage(stage) {
      // of another talk nothing holds any more; its own parts come after this
      if (stage?.talk !== auditorium.stage.peek()?.talk) forgetStage(world);
      auditorium.stage.value = stage ?? undefined;
      if (stage) auditorium.over.value = undefined;
      world.changes++;
    },
    talks(talks) {
      auditorium.talks.value = talks;
      world.changes++;
    },
    questions({ all, changed, gone, myVotes, mine }) {
      const questions = new Map(all ? [] : auditorium.questions.peek());
      for (const question of changed) questions.set(question.id, question);
      for (const id of gone) questions.delete(id);
      batch(() => {
        auditorium.questions.value = questions;
        auditorium.votesAhead.value = settleVotes(auditorium.votesAhead.peek(), [...changed.map(({ id }) => id), ...gone]);
        if (myVotes) auditorium.myVotes.value = new Set(myVotes);
        if (mine) auditorium.myQuestions.value = new Set(mine);
      });
    },
    recording(recording) {
      auditorium.recording.value = recording ? { view: recording, toldMs: performance.now() } : undefined;
      if (!recording) return;
      auditorium.recordingProblem.value = undefined;
      auditorium.meetingRecorded.value = undefined;
    },
    meetingRecorded({ talk }) {
      auditorium.meetingRecorded.value = talk;
    },
    recordingProblem({ problem }) {
      auditorium.recordingProblem.value = problem;
    },
    polls({ list, mine = auditorium.polls.peek().mine }) {
      auditorium.polls.value = { list, mine };
    },
    debate(debate) {
      auditorium.debate.value = debate ? { mine: auditorium.debate.peek()?.mine ?? [null, null], ...debate } : undefined;
    },
    applause: (applause) => auditorium.hearApplause(applause),
    chapters(chapters) {
      auditorium.chapters.value = chapters;
    },
    notes({ all, changed, gone, scribes }) {
      const isTold = new Set([...gone, ...changed.map(({ id }) => id)]);
      const others = all ? [] : auditorium.notes.peek().filter(({ id }) => !isTold.has(id));
      batch(() => {
        auditorium.notes.value = [...others, ...changed].sort((one, other) => one.atMs - other.atMs);
        if (all) auditorium.notesBefore.value = changed.map(({ id }) => id);
        if (scribes) auditorium.scribes.value = scribes;
      });
    },
    slides(slides) {
      auditorium.slides.value = slides ?? undefined;
      world.changes++;
    },
    floor(floor) {
      auditorium.floor.value = floor;
    },
    talkOver(over) {
      auditorium.over.value = over;
    },
    shutRooms(rooms) {
      auditorium.shutRooms.value = rooms;
    },
    stageLinks(links) {
      auditorium.links.value = links;
    },
  };
}

function forgetStage({ auditorium }: World): void {
  batch(() => {
    auditorium.stage.value = undefined;
    auditorium.questions.value = new Map();
    auditorium.myVotes.value = new Set();
    auditorium.myQuestions.value = new Set();
    auditorium.votesAhead.value = new Map();
    auditorium.naming.value = undefined;
    auditorium.polls.value = { list: [], mine: {} };
    auditorium.debate.value = undefined;
    auditorium.chapters.value = [];
    // that of a meeting room begins and ends by its own messages
    if (auditorium.recording.peek()?.view.of !== 'meeting') auditorium.recording.value = undefined;
    auditorium.recordingProblem.value = undefined;
    auditorium.notes.value = [];
    auditorium.notesBefore.value = [];
    auditorium.scribes.value = [];
    auditorium.slides.value = undefined;
    auditorium.slidePicture.value = undefined;
    auditorium.floor.value = undefined;
    auditorium.links.value = [];
  });
}

/** After each welcome everything that still stands is told anew. */
export function forgetAuditorium(world: World): void {
  batch(() => {
    forgetStage(world);
    world.auditorium.talks.value = [];
    world.auditorium.recording.value = undefined;
  });
}
