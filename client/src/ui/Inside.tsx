// Inside the office: map or list, the bar, the call, panels, dialogs, notes; the same whichever view is chosen.
import { useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect } from 'preact/hooks';
import type { World } from '../world/World.ts';
import { AccountDialog } from './account/AccountDialog.tsx';
import { LazyAdmin } from './admin/LazyAdmin.tsx';
import { LiveRegion } from './announce/LiveRegion.tsx';
import { TalkRegion } from './announce/TalkRegion.tsx';
import { useNotifications } from './announce/useNotifications.ts';
import { useOfficeNotes } from './announce/useOfficeNotes.ts';
import { AgendaDialog } from './appointments/AgendaDialog.tsx';
import { useMeetingNotes } from './appointments/useMeetingNotes.ts';
import { ProfileDialog } from './avatar/ProfileDialog.tsx';
import { AskCards } from './call/AskCards.tsx';
import { HeldShut } from './call/HeldShut.tsx';
import { CallArea, type Covers } from './call/tiles/CallArea.tsx';
import { useCallNotes } from './call/useCallNotes.ts';
import { WhoHearsPanel } from './call/WhoHearsPanel.tsx';
import { CardDialog } from './card/CardDialog.tsx';
import { CardEditor } from './card/CardEditor.tsx';
import { ShownCards } from './card/ShownCards.tsx';
import { DemoStrip } from './demo/DemoStrip.tsx';
import { DeskDialog } from './desk/DeskDialog.tsx';
import { LeaveNoteDialog } from './desk/LeaveNoteDialog.tsx';
import { useDeskNotes } from './desk/useDeskNotes.ts';
import { DoorDialog } from './door/DoorDialog.tsx';
import { KnockCards } from './door/KnockCards.tsx';
import { GatheringCard } from './hosting/GatheringCard.tsx';
import { HostDialogs } from './hosting/HostDialogs.tsx';
import { HostingBanners } from './hosting/HostingBanners.tsx';
import { HostingPanel } from './hosting/HostingPanel.tsx';
import { useHostingNotes } from './hosting/useHostingNotes.ts';
import { ActionBar } from './hud/ActionBar.tsx';
import { ConnectionBanner } from './hud/ConnectionBanner.tsx';
import { chooseSlot, type SlotPanel } from './hud/chooseSlot.ts';
import { Hud } from './hud/Hud.tsx';
import { useRoom } from './hud/useRoom.ts';
import { useSideWidth } from './hud/useSideWidth.ts';
import { InviteDialog } from './invite/InviteDialog.tsx';
import { ToastList } from './kit/ToastList.tsx';
import { ListView } from './list/ListView.tsx';
import { HelpDialog } from './panels/HelpDialog.tsx';
import { SearchDialog } from './panels/SearchDialog.tsx';
import { SettingsDialog } from './panels/SettingsDialog.tsx';
import { SidePanel } from './side/SidePanel.tsx';
import { Captions } from './stage/Captions.tsx';
import { ApplauseShower } from './stage/panel/ApplauseShower.tsx';
import { PanelNotes } from './stage/panel/PanelNotes.tsx';
import { PinnedQuestion } from './stage/panel/PinnedQuestion.tsx';
import { TalkPanel } from './stage/panel/TalkPanel.tsx';
import { RecordingRegion } from './stage/recording/RecordingRegion.tsx';
import { StageRegion } from './stage/StageRegion.tsx';
import { PastTalksDialog } from './stage/shelf/PastTalksDialog.tsx';
import { SlideSendingCard } from './stage/slides/SlideSendingCard.tsx';
import { TalkStrip } from './stage/TalkStrip.tsx';
import { useStageNotes } from './stage/useStageNotes.ts';
import { Tour } from './tour/Tour.tsx';
import { useUi } from './Ui.ts';
import { ChatPanel } from './words/ChatPanel.tsx';
import { LazySheet } from './words/sheets/LazySheet.tsx';
import { WordsNotes } from './words/WordsNotes.tsx';

/** From this width on (CSS px) the people panel leaves enough of the map to be open at first. */
const PANEL_OPEN_FROM_PX = 1200;

export function Inside({ world }: { world: World }) {
  const { app, view, narrow, tour, asking } = useUi();
  const { actions, preferences } = app;
  const panel = app.panel.value;
  const slot = useSignal<SlotPanel | undefined>(chooseSlot(panel, undefined));

  useEffect(() => {
    if (innerWidth >= PANEL_OPEN_FROM_PX && preferences.get('firstMinuteDone') && app.panel.peek() === undefined)
      actions.openPanel('people');
  }, []);
  // before the next key: what is typed after the chat's key is for its field
  useLayoutEffect(() => {
    slot.value = chooseSlot(panel, slot.peek());
  }, [panel]);

  // Esc closes the panel when nothing nearer took it
  useEffect(() => {
    const close = (event: KeyboardEvent): void => {
      const open = app.panel.peek();
      // it closes what lies over the panel
      if (asking.peek() || world.cards.reading.peek() || world.desks.noteFor.peek()) return;
      if (event.key === 'Escape' && !event.defaultPrevented && open !== undefined && open === slot.peek()) actions.openPanel(undefined);
    };
    addEventListener('keydown', close);
    return () => removeEventListener('keydown', close);
  }, []);
  const list = view.value === 'list';
  const sideWidth = useSideWidth(world);
  const covers = useSignal<Covers>({ px: 0, toFoot: false });
  const { room, covered } = useRoom({ list, slot: slot.value, sidePx: sideWidth.value, call: covers.value });
  useOfficeNotes(world);
  useNotifications(world);
  useCallNotes(world);
  useHostingNotes(world);
  useMeetingNotes(world);
  useStageNotes(world);
  useDeskNotes(world);
  const back = (): void => actions.openPanel(slot.peek());
  const close = (): void => actions.openPanel(undefined);
  const togglePeople = (): void => actions.openPanel(panel === 'people' ? undefined : 'people');
  return (
    <>
      <ConnectionBanner world={world} />
      {world.demo && <DemoStrip world={world} />}
      {list ? <ListView world={world} /> : <Hud world={world} slot={slot.value} covered={covered} onPeople={togglePeople} />}
      {!list && <TalkStrip world={world} />}
      {!list && (
        <div class="pinned-place">
          <PinnedQuestion world={world} />
        </div>
      )}
      <ActionBar world={world} room={room} />
      {slot.value === 'whoHears' && <WhoHearsPanel world={world} onClose={close} />}
      {slot.value === 'chat' && <ChatPanel world={world} onClose={close} />}
      {slot.value === 'talk' && <TalkPanel world={world} onClose={close} />}
      {!(list && narrow.value) && <CallArea world={world} covers={covers} />}
      <SidePanel world={world} />
      <div class="news">
        <HostingBanners world={world} />
        <GatheringCard world={world} />
        <AskCards world={world} back={back} />
        <KnockCards world={world} back={back} />
        <SlideSendingCard world={world} />
        <ShownCards world={world} />
        <ToastList />
      </div>
      {tour.value && (
        <Tour
          world={world}
          onEnd={() => {
            tour.value = false;
          }}
        />
      )}
      <HeldShut />
      <LiveRegion world={world} />
      <TalkRegion world={world} />
      <StageRegion world={world} />
      <RecordingRegion world={world} />
      <PanelNotes world={world} />
      <Captions world={world} />
      <ApplauseShower world={world} />
      <WordsNotes world={world} />
      {(panel === 'note' || panel === 'whiteboard') && <LazySheet world={world} kind={panel} onClose={back} />}
      {panel === 'search' && <SearchDialog world={world} onClose={back} />}
      {panel === 'help' && <HelpDialog onClose={back} />}
      {panel === 'settings' && <SettingsDialog world={world} onClose={back} />}
      {(panel === 'invite' || panel === 'links') && <InviteDialog world={world} onClose={back} />}
      {panel === 'door' && <DoorDialog world={world} onClose={back} />}
      {panel === 'hosting' && <HostingPanel world={world} onClose={back} />}
      {panel === 'admin' && <LazyAdmin onClose={back} />}
      {panel === 'pastTalks' && <PastTalksDialog world={world} onClose={back} />}
      {panel === 'agenda' && <AgendaDialog world={world} onClose={back} />}
      {panel === 'avatar' && <ProfileDialog onClose={back} />}
      {panel === 'account' && <AccountDialog world={world} onClose={back} />}
      {panel === 'card' && <CardEditor world={world} onClose={back} />}
      {panel === 'desk' && <DeskDialog world={world} onClose={back} />}
      {world.cards.reading.value && <CardDialog world={world} of={world.cards.reading.value} />}
      {world.desks.noteFor.value && <LeaveNoteDialog of={world.desks.noteFor.value} />}
      <HostDialogs world={world} />
    </>
  );
}
