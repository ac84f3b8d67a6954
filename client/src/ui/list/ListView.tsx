// The same office without the map: where I am, whom I talk with, who talks, who is here, where one can go, what one can use.
import { useEffect, useId, useRef } from 'preact/hooks';
import type { World } from '../../world/World.ts';
import { MeetingStrip } from '../appointments/MeetingStrip.tsx';
import { EchoCard } from '../call/EchoCard.tsx';
import { DeskList } from '../desk/DeskList.tsx';
import { OfficeButtons } from '../hud/OfficeButtons.tsx';
import { StandingLine } from '../hud/StandingLine.tsx';
import { Icon } from '../kit/Icon.tsx';
import { PeopleByPlace } from '../people/PeopleByPlace.tsx';
import { MeetingRecordedCard } from '../stage/recording/MeetingRecordedCard.tsx';
import { RecordingCards } from '../stage/recording/RecordingCards.tsx';
import { isAskedInRoom } from '../stage/recording/RoomRecordItems.tsx';
import { StageCards } from '../stage/StageCards.tsx';
import { TalksStrip } from '../stage/TalksStrip.tsx';
import { useUi } from '../Ui.ts';
import { ConversationList } from './ConversationList.tsx';
import { MyConversation } from './MyConversation.tsx';
import { PlaceList } from './PlaceList.tsx';
import { ThingList } from './ThingList.tsx';
import { ViewSwitch } from './ViewSwitch.tsx';
import { WhereIAm } from './WhereIAm.tsx';

export function ListView({ world }: { world: World }) {
  const { app, t, narrow, touch } = useUi();
  const peopleId = useId();
  // the button that led here is gone: who works by keyboard goes on at the switch
  const page = useRef<HTMLElement>(null);
  useEffect(() => {
    if (document.activeElement !== document.body) return;
    // a finger needs no ring around a button, but a screen reader begins with the page
    const first = touch.peek() ? page.current : page.current?.querySelector<HTMLElement>('.view-switch [aria-pressed="true"]');
    first?.focus();
  }, []);
  const { title, name } = world.ground.value.map;
  const failed = app.scene.value === 'failed';
  const card = narrow.value && !failed;
  const inTalk = world.talk.conversation.value?.kind === 'talk';
  const stageFirst = inTalk && narrow.value;
  return (
    <main ref={page} tabIndex={-1} class="list-view" aria-label={t('list.title')}>
      <header class="list-head">
        <div>
          <h1>{title || name}</h1>
          <p class="muted">
            {t('people.here', { n: world.people.value.size })} · {t('here.cups', { n: world.cupsToday.value })}
          </p>
        </div>
        <div class="list-head-verbs">
          <OfficeButtons world={world} search />
          {!failed && <ViewSwitch />}
        </div>
      </header>
      <StandingLine world={world} />
      <MeetingStrip world={world} />
      <TalksStrip world={world} />
      {failed && (
        <p class="note">
          <Icon name="map" size={20} />
          {t('list.mapFailed')}
        </p>
      )}
      {/* on a phone it would stand below the bar */}
      {narrow.value && isAskedInRoom(world) && <RecordingCards world={world} />}
      <div class="list-columns">
        <div class="list-column">
          {/* on a phone the stage is on top */}
          {stageFirst && <MyConversation world={world} />}
          <WhereIAm world={world} card={card} />
          {!inTalk && <StageCards world={world} />}
          <MeetingRecordedCard world={world} />
          {!stageFirst && <MyConversation world={world} />}
          <EchoCard world={world} />
          <ConversationList world={world} />
          {!narrow.value && <ThingList world={world} />}
          {!narrow.value && <PlaceList world={world} />}
          {!narrow.value && <DeskList world={world} />}
        </div>
        <section class="list-section list-people" aria-labelledby={peopleId}>
          <h2 id={peopleId}>{t('list.people')}</h2>
          <PeopleByPlace world={world} searchable />
        </section>
        {narrow.value && (
          <div class="list-column">
            <ThingList world={world} />
            <PlaceList world={world} />
            <DeskList world={world} />
          </div>
        )}
      </div>
    </main>
  );
}
