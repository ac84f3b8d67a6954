// My part in a talk, where it asks something of me: on the stage with a closed microphone, with the floor, or up without being asked up.
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { isTaped } from '../../world/isTaped.ts';
import { stageRole } from '../../world/stageRole.ts';
import type { World } from '../../world/World.ts';
import { Icon } from '../kit/Icon.tsx';
import { useUi } from '../Ui.ts';

export function RoleCard({ world }: { world: World }) {
  const { app, t } = useUi();
  const view = world.talk.conversation.value;
  const role = stageRole(view, world.myId.value);
  /** The visit to the stage in which the card was put off. */
  const putOff = useSignal<string | undefined>(undefined);
  const key = `${view?.id} ${role}`;
  const microphone = app.call.microphone.value;
  useEffect(() => {
    // whoever has opened it once knows how
    if (role === 'stage' && microphone !== 'off') putOff.value = key;
    if (role !== 'stage') putOff.value = undefined;
  }, [key, microphone]);
  const stage = world.auditorium.stage.value;
  if (!stage || role === undefined) return null;
  if (role === 'floor') return <FloorCard world={world} />;
  // what holds them back is said by the card of the recording
  const isHeld = ['asked', 'refused'].includes(world.auditorium.recording.value?.view.mine ?? '');
  if (role === 'audience' && isHeld) return null;
  if (role === 'audience') return world.surroundings.value.traits.conversation === 'stage' ? <WaitingCard /> : null;
  if (putOff.value === key || microphone !== 'off') return null;
  return (
    <section class="ring-card role-card" aria-label={t('stage.youAre')}>
      <Icon name="stage" size={26} />
      <p>
        <b>{t('stage.onStage')}</b>
        <span class="muted">{stage.audience > 0 ? t('stage.onStageHint', { n: stage.audience }) : t('stage.onStageNobody')}</span>
      </p>
      <OpenButton />
      <button
        type="button"
        class="text-button"
        onClick={() => {
          putOff.value = key;
        }}
      >
        {t('stage.later')}
      </button>
    </section>
  );
}

/** With the key that does the same. */
function OpenButton() {
  const { app, t, keyOf } = useUi();
  const isOff = app.call.microphone.value === 'off';
  const key = keyOf('microphone');
  return (
    <button type="button" class={isOff ? 'button primary small' : 'button small'} onClick={() => app.actions.call.toggleMicrophone()}>
      <Icon name={isOff ? 'mic' : 'micOff'} size={20} />
      {t(isOff ? 'stage.openMicrophone' : 'stage.closeMicrophone')}
      {key && (
        <span aria-hidden="true">
          <kbd>{key}</kbd>
        </span>
      )}
    </button>
  );
}

function FloorCard({ world }: { world: World }) {
  const { app, t } = useUi();
  const myId = world.myId.value ?? '';
  // the recording is no person
  const n = app.call.hearers.value - (isTaped(world) ? 1 : 0);
  const isOff = app.call.microphone.value === 'off';
  return (
    <section class="ring-card role-card floor" aria-label={t('floor.yours')}>
      <Icon name="mic" size={26} />
      <p>
        <b>{t('floor.yours')}</b>
        <span class="muted">{t(isOff ? 'floor.yoursHint' : 'floor.yoursLive', { n })}</span>
      </p>
      <OpenButton />
      <button type="button" class="button small" onClick={() => void app.actions.ask('takeFloor', { personId: myId })}>
        {t('floor.giveBack')}
      </button>
      {/* its appearance is the news: whoever waits for the floor does not look at the foot of the map */}
      <p class="visually-hidden" role="alert">
        {t('stage.said.floor')}
      </p>
    </section>
  );
}

function WaitingCard() {
  const { app, t } = useUi();
  const isUp = (app.world.value?.auditorium.stage.value?.myHand ?? 0) > 0;
  return (
    <section class="ring-card role-card" aria-label={t('stage.youAre')}>
      <Icon name="ear" size={26} />
      <p>
        <b>{t('stage.waiting')}</b>
        <span class="muted">{t('stage.waitingHint')}</span>
      </p>
      {!isUp && (
        <button type="button" class="button small" onClick={() => app.actions.stage.hand()}>
          <Icon name="hand" size={20} />
          {t('stage.askUp')}
        </button>
      )}
    </section>
  );
}
