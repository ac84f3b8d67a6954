// The dialogs of talks, by what was asked for.
import type { World } from '../../world/World.ts';
import type { Asking } from '../hosting/Asking.ts';
import { EndTalkDialog } from './EndTalkDialog.tsx';
import { RecordTalkDialog, UnrecordDialog } from './recording/RecordingDialogs.tsx';
import { EditTalkDialog, StartTalkDialog } from './TalkDialogs.tsx';
import { TalkPeopleDialog } from './TalkPeopleDialog.tsx';

export type AskingOfTalk = Extract<Asking, { what: 'startTalk' | 'editTalk' | 'endTalk' | 'talkPeople' | 'recordTalk' | 'unrecord' }>;

export function StageDialogs({ world, what, onClose }: { world: World; what: AskingOfTalk['what']; onClose: () => void }) {
  switch (what) {
    case 'startTalk':
      return <StartTalkDialog onClose={onClose} />;
    case 'editTalk':
      return <EditTalkDialog world={world} onClose={onClose} />;
    case 'endTalk':
      return <EndTalkDialog world={world} onClose={onClose} />;
    case 'talkPeople':
      return <TalkPeopleDialog world={world} onClose={onClose} />;
    case 'recordTalk':
      return <RecordTalkDialog world={world} onClose={onClose} />;
    case 'unrecord':
      return <UnrecordDialog onClose={onClose} />;
  }
}
