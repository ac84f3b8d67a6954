// At the top, in map and list: my conversation is about to end; somebody, or I, speaks to everybody.
import type { AnnouncementView, HostingServerMessages, NoticeView } from '@comptoir/shared/protocol/hosting';
import { tuning } from '@comptoir/shared/tuning';
import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { World } from '../../world/World.ts';
import { Icon } from '../kit/Icon.tsx';
import { useUi } from '../Ui.ts';
import { useSecondsLeft } from './useSecondsLeft.ts';

export function HostingBanners({ world }: { world: World }) {
  const ending = world.hosting.ending.value;
  const announcement = world.hosting.announcement.value;
  const mine = announcement?.by === world.myId.value;
  const notice = world.hosting.notice.value;
  return (
    <div class="hosting-banners">
      {ending && <Ending key={ending.untilTick} world={world} ending={ending} />}
      {announcement &&
        (mine ? (
          <Announcing key={announcement.fromTick} world={world} announcement={announcement} />
        ) : (
          <Announcement key={announcement.fromTick} world={world} announcement={announcement} />
        ))}
      {notice && <Notice key={notice.untilTick} world={world} notice={notice} />}
    </div>
  );
}

function Ending({ world, ending }: { world: World; ending: HostingServerMessages['ending'] }) {
  const { t } = useUi();
  const left = useSecondsLeft(world, ending.untilTick ?? undefined);
  const mine = ending.by === world.myId.value;
  const name = world.people.value.get(ending.by)?.name ?? t('host.somebody');
  // said once, with the time there was then
  const said = useMemo(() => t('end.warningSaid', { name, n: Math.max(1, left) }), []);
  if (left === 0) return null;
  return (
    <section class="hosting-banner warns" aria-label={t('end.warning', { name })}>
      <Icon name="warning" size={22} />
      <p>
        <b>{mine ? t('end.warningMine') : t('end.warning', { name })}</b>
      </p>
      <b class="seconds">{t('toAll.seconds', { n: left })}</b>
      <p class="visually-hidden" role="alert">
        {said}
      </p>
    </section>
  );
}

/** Seconds until the first word; undefined: the host speaks. */
const useSoon = (world: World, { fromTick }: AnnouncementView): number | undefined => {
  const left = useSecondsLeft(world, fromTick);
  return left > 0 ? left : undefined;
};

function Announcing({ world, announcement }: { world: World; announcement: AnnouncementView }) {
  const { app, t } = useUi();
  const soon = useSoon(world, announcement);
  const left = useSecondsLeft(world, announcement.untilTick);
  if (left === 0) return null;
  const end = (): void => void app.actions.ask('announce', { on: false });
  return (
    <section class="hosting-banner speaks" aria-label={t('toAll.title')}>
      <Icon name="outLoud" size={22} />
      <p>
        <b>{soon === undefined ? t('toAll.speaking') : t('toAll.getReady', { n: soon })}</b>
        {app.call.announcement.value === 'failed' && <span>{t('toAll.failedMine')}</span>}
      </p>
      {soon === undefined && <b class="seconds">{t('toAll.seconds', { n: left })}</b>}
      <button type="button" class="button small" onClick={end}>
        {t(soon === undefined ? 'toAll.end' : 'word.cancel')}
      </button>
      <p class="visually-hidden" role="alert">
        {soon === undefined ? t('toAll.speaking') : t('toAll.getReadySaid')}
      </p>
    </section>
  );
}

function Announcement({ world, announcement }: { world: World; announcement: AnnouncementView }) {
  const { app, t } = useUi();
  const { call } = app;
  const soon = useSoon(world, announcement);
  const left = useSecondsLeft(world, announcement.untilTick);
  const closed = useSignal(false);
  const silent = announcement.epoch === null;
  const state = call.announcement.value;
  const turnedDown = state === 'turnedDown';
  const sentence = t(soon === undefined ? 'toAll.banner' : 'toAll.soon', { name: announcement.name });
  if (left === 0 || closed.value) return null;
  const hint = silent ? 'toAll.quiet' : turnedDown ? 'toAll.turnedDown' : state === 'failed' ? 'toAll.failed' : undefined;
  const answer = (): void => {
    if (silent) closed.value = true;
    else call.turnDownAnnouncement();
  };
  return (
    <section class="hosting-banner" aria-label={t('toAll.title')}>
      <Icon name={silent || turnedDown ? 'soundOff' : 'outLoud'} size={22} />
      <p>
        <b>{sentence}</b>
        {hint && <span class="muted">{t(hint)}</span>}
      </p>
      {soon === undefined && <b class="seconds">{t('toAll.seconds', { n: Math.min(left, tuning.announceMs / 1000) })}</b>}
      <button type="button" class="button small" onClick={answer}>
        {t(silent ? 'word.close' : turnedDown ? 'toAll.hearIt' : 'toAll.notNow')}
      </button>
      {!silent && (
        <p class="visually-hidden" role="alert">
          {t('toAll.soon', { name: announcement.name })}
        </p>
      )}
    </section>
  );
}

function Notice({ world, notice }: { world: World; notice: NoticeView }) {
  const { t } = useUi();
  const left = useSecondsLeft(world, notice.untilTick);
  const closed = useSignal(false);
  if (left === 0 || closed.value) return null;
  const close = (): void => {
    closed.value = true;
  };
  return (
    <section class="hosting-banner writes" aria-label={t('toAll.title')}>
      <Icon name="chat" size={22} />
      <p>
        <b>{notice.text}</b>
        <span class="muted">{t('toAll.written')}</span>
      </p>
      <button type="button" class="button small" onClick={close}>
        {t('word.close')}
      </button>
      <p class="visually-hidden" role="alert">
        {t('toAll.title')}: {notice.text}
      </p>
    </section>
  );
}
