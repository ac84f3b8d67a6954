// The dialog that was asked for, whichever row, panel or menu led there: it stays when its row moves to another place.
import type { World } from '../../world/World.ts';
import { HandedLink } from '../account/HandedLink.tsx';
import { FreeDeskDialog } from '../desk/DeskDialog.tsx';
import { StageDialogs } from '../stage/StageDialogs.tsx';
import { useUi } from '../Ui.ts';
import { AnnounceDialog } from './AnnounceDialog.tsx';
import { EndConversationDialog } from './EndConversationDialog.tsx';
import { RemovalDialog } from './RemovalDialog.tsx';
import { ReportDialog } from './ReportDialog.tsx';
import { RoleDialog } from './RoleDialog.tsx';

export function HostDialogs({ world }: { world: World }) {
  const ui = useUi();
  const asking = ui.asking.value;
  const close = (): void => {
    ui.asking.value = undefined;
  };
  switch (asking?.what) {
    case undefined:
      return null;
    case 'sendOut':
    case 'ban':
      return <RemovalDialog asking={asking} kind={asking.what} onClose={close} />;
    case 'report':
      return <ReportDialog world={world} asking={asking} onClose={close} />;
    case 'role':
      return <RoleDialog world={world} asking={asking} onClose={close} />;
    case 'signInLink':
      return <HandedLink asking={asking} onClose={close} />;
    case 'freeDesk':
      return <FreeDeskDialog desk={asking.desk} name={asking.name} onClose={close} />;
    case 'endConversation':
      return <EndConversationDialog asking={asking} onClose={close} />;
    case 'announce':
      return <AnnounceDialog onClose={close} />;
    case 'startTalk':
    case 'editTalk':
    case 'endTalk':
    case 'talkPeople':
    case 'recordTalk':
    case 'unrecord':
      return <StageDialogs world={world} what={asking.what} onClose={close} />;
  }
}
