// What lies over the map: the office's name or the people panel, my conversation in words, hints, what X does, zoom.
import type { World } from '../../world/World.ts';
import { MachineNote } from '../appointments/MachineNote.tsx';
import { MeetingStrip } from '../appointments/MeetingStrip.tsx';
import { ConversationChip } from '../call/ConversationChip.tsx';
import { EchoCard } from '../call/EchoCard.tsx';
import { RingCard } from '../call/RingCard.tsx';
import { GatheringChip } from '../hosting/GatheringCard.tsx';
import { IconButton } from '../kit/IconButton.tsx';
import { PeoplePanel } from '../people/PeoplePanel.tsx';
import { MeetingRecordedCard } from '../stage/recording/MeetingRecordedCard.tsx';
import { RecordingCards } from '../stage/recording/RecordingCards.tsx';
import { StageCards } from '../stage/StageCards.tsx';
import { TalksStrip } from '../stage/TalksStrip.tsx';
import { useUi } from '../Ui.ts';
import { CornerHint } from '../words/CornerHint.tsx';
import { ContextButton } from './ContextButton.tsx';
import type { SlotPanel } from './chooseSlot.ts';
import { FirstMinute } from './FirstMinute.tsx';
import { OfficeButtons } from './OfficeButtons.tsx';
import { OfficePill } from './OfficePill.tsx';
import { StandingLine } from './StandingLine.tsx';
import { type Covered, useFreeRect } from './useFreeRect.ts';

interface HudProps {
  world: World;
  /** What stands at the left. */
  slot: SlotPanel | undefined;
  covered: Covered;
  onPeople: () => void;
}

export function Hud({ world, slot, covered, onPeople }: HudProps) {
  const { app, t, narrow, tour } = useUi();
  useFreeRect(covered);
  const phone = narrow.value;
  const toPeople = phone ? () => app.actions.toggleList() : onPeople;
  return (
    <main class="hud" aria-label={t('bar.map')}>
      {slot === 'people' && !phone ? (
        <PeoplePanel world={world} onClose={onPeople} />
      ) : (
        (phone || slot === undefined) && (
          <div class="hud-head">
            <OfficePill world={world} onPeople={toPeople} />
            <OfficeButtons world={world} onPeople={phone ? undefined : onPeople} search />
            <MeetingStrip world={world} />
            <TalksStrip world={world} />
          </div>
        )
      )}
      <ConversationChip world={world} />
      <div class="hud-foot">
        <StandingLine world={world} />
        {!app.preferences.values.value.firstMinuteDone && !tour.value && <FirstMinute world={world} />}
        <GatheringChip world={world} />
        <RingCard world={world} />
        <RecordingCards world={world} />
        <MeetingRecordedCard world={world} />
        <StageCards world={world} />
        <EchoCard world={world} />
        <MachineNote world={world} />
        <CornerHint world={world} />
        <ContextButton world={world} />
      </div>
      <div class="zoom-buttons">
        <IconButton icon="plus" label={t('bar.zoomIn')} tip="none" onClick={() => app.actions.zoomBy(1)} />
        <IconButton icon="minus" label={t('bar.zoomOut')} tip="none" onClick={() => app.actions.zoomBy(-1)} />
      </div>
    </main>
  );
}
