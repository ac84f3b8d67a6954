// In a talk, at the top: its title, how long it is on, how many listen; for whoever leads it the hands, what can be set, and the end.
import { tuning } from '@comptoir/shared/tuning';
import { isTaped } from '../../world/isTaped.ts';
import { leadsTalk } from '../../world/leadsTalk.ts';
import type { World } from '../../world/World.ts';
import { useSecondsLeft } from '../hosting/useSecondsLeft.ts';
import { Icon } from '../kit/Icon.tsx';
import { Menu } from '../kit/Menu.tsx';
import { useUi } from '../Ui.ts';
import { HandsButton } from './HandsButton.tsx';
import { LiveMark } from './LiveMark.tsx';
import { RecordItem } from './recording/RecordItem.tsx';
import { RecordingMark } from './recording/RecordingMark.tsx';

/** @param flat in the flow of a page instead of over the map */
export function TalkStrip({ world, flat }: { world: World; flat?: boolean }) {
  const { t, asking } = useUi();
  const stage = world.auditorium.stage.value;
  const left = useSecondsLeft(world, stage?.endsTick ?? undefined);
  if (!stage) return null;
  const leads = leadsTalk(world);
  const isRecorded = world.auditorium.recording.value?.view.state === 'on';
  const minutes = Math.min(Math.ceil(left / 60), tuning.emptyStageMs / 60_000);
  return (
    <section
      class={`talk-strip ${flat ? 'flat' : ''} ${leads ? 'leads' : ''} ${isRecorded ? 'recorded' : ''}`}
      aria-label={t('stage.label', { title: stage.title })}
    >
      <RecordingMark world={world} />
      <span class="talk-strip-words">
        <b lang={stage.language}>{stage.title}</b>
        <small>
          <LiveMark world={world} startedMs={stage.startedMs} />
          {left > 0 && <span class="talk-ends"> · {t('stage.ends', { n: minutes })}</span>}
        </small>
      </span>
      <button
        type="button"
        class="button small talk-count"
        aria-label={`${t('stage.audience', { n: stage.audience })}. ${t('stage.people')}`}
        onClick={() => {
          asking.value = { what: 'talkPeople' };
        }}
      >
        <Icon name="people" size={20} />
        {stage.audience}
      </button>
      {isTaped(world) && !leads && <TakeBack />}
      {leads && <HandsButton world={world} />}
      {leads && <LeadMenu world={world} />}
      {leads && (
        <button
          type="button"
          class="button small talk-end"
          onClick={() => {
            asking.value = { what: 'endTalk' };
          }}
        >
          {t('stage.end')}
        </button>
      )}
    </section>
  );
}

/** Whoever is recorded may end that for themselves at any time. */
function TakeBack() {
  const { t, asking } = useUi();
  return (
    <button
      type="button"
      class="text-button"
      onClick={() => {
        asking.value = { what: 'unrecord' };
      }}
    >
      {t('recording.takeBack')}
    </button>
  );
}

function LeadMenu({ world }: { world: World }) {
  const { app, t, asking } = useUi();
  const stage = world.auditorium.stage.value;
  if (!stage) return null;
  const { openStage } = stage;
  return (
    <Menu
      label={t('stage.menu')}
      buttonClass="icon-button"
      class="lead-menu below"
      button={
        <>
          <Icon name="more" />
          <span class="tip tip-below" aria-hidden="true">
            {t('stage.menu')}
          </span>
        </>
      }
    >
      <button
        type="button"
        role="menuitem"
        class="menu-item"
        onClick={() => {
          asking.value = { what: 'editTalk' };
        }}
      >
        <Icon name="pencil" size={20} />
        <span>{t('stage.edit')}</span>
      </button>
      <button
        type="button"
        role="menuitem"
        class="menu-item"
        onClick={() => {
          asking.value = { what: 'talkPeople' };
        }}
      >
        <Icon name="people" size={20} />
        <span>{t('stage.people')}</span>
      </button>
      <RecordItem world={world} />
      {isTaped(world) && (
        <button
          type="button"
          role="menuitem"
          class="menu-item"
          onClick={() => {
            asking.value = { what: 'unrecord' };
          }}
        >
          <Icon name="ear" size={20} />
          <span>{t('recording.takeBackItem')}</span>
        </button>
      )}
      <button
        type="button"
        role="menuitemcheckbox"
        aria-checked={openStage}
        class="menu-item"
        onClick={() => void app.actions.ask('changeTalk', { openStage: !openStage })}
      >
        <Icon name="stage" size={20} />
        <span class="menu-words">
          <span>{t('stage.openStage')}</span>
          <small class="muted">{t('stage.openStageHint')}</small>
        </span>
        {openStage && <Icon name="check" size={18} />}
      </button>
    </Menu>
  );
}
