// Near the foot of the map: the circle I am about to join, why the one beside me does not take me, what else there is.
import { useSignal } from '@preact/signals';
import type { World } from '../../world/World.ts';
import { Icon, type IconName } from '../kit/Icon.tsx';
import { placeName } from '../people/placeName.ts';
import { useUi } from '../Ui.ts';
import { Dwell } from './Dwell.tsx';
import { inRing } from './inRing.ts';
import { type RingNews, ringNews } from './ringNews.ts';
import { useNames } from './useHearers.ts';
import { useOwnRing } from './useOwnRing.ts';

const REASON_ICONS: Record<Extract<RingNews, { kind: 'beside' }>['reason'], IconName> = {
  full: 'ring',
  closed: 'lock',
  away: 'help',
  goodbye: 'bye',
  focused: 'warning',
  doNotDisturb: 'warning',
  backstage: 'lock',
};

export function RingCard({ world }: { world: World }) {
  const { t } = useUi();
  const nameAll = useNames(world);
  const ring = useOwnRing(world).value;
  const conversation = world.talk.conversation.value;
  const splitSeen = useSignal<string | undefined>(undefined);
  const news = ringNews(ring, conversation, world.talk.beside.value, splitSeen.value === conversation?.id);
  if (!news) return null;
  switch (news.kind) {
    case 'joining': {
      const names = nameAll(ring ? inRing(world, ring.number) : []);
      return (
        <section class="ring-card" aria-label={t('ring.title')}>
          <Dwell />
          <p role="status">
            <b>{names === '' ? t('ring.joiningSomebody') : t('ring.joining', { names })}</b>
            <span class="muted">{t('ring.joiningHint')}</span>
          </p>
        </section>
      );
    }
    case 'listening': {
      const members = conversation?.members.filter(({ role }) => role !== 'listener').map(({ personId }) => personId) ?? [];
      return (
        <section class="ring-card" aria-label={t('ring.title')}>
          <Icon name="ear" size={26} />
          <p>
            <b>{t('ring.listening', { names: nameAll(members) })}</b>
            <span class="muted">{t('ring.listeningHint')}</span>
          </p>
        </section>
      );
    }
    case 'split':
      return (
        <SplitCard
          n={news.n}
          done={() => {
            splitSeen.value = conversation?.id;
          }}
        />
      );
    case 'beside':
      return <BesideCard world={world} news={news} />;
  }
}

function SplitCard({ n, done }: { n: number; done: () => void }) {
  const { app, t } = useUi();
  return (
    <section class="ring-card quiet" aria-label={t('talk.controls')}>
      <p>{t('ring.split', { n })}</p>
      <button
        type="button"
        class="button small"
        onClick={() => {
          done();
          void app.actions.talk.split();
        }}
      >
        <Icon name="split" size={20} />
        {t('ring.splitDo')}
      </button>
      <button type="button" class="text-button" onClick={done}>
        {t('ring.splitNo')}
      </button>
    </section>
  );
}

function BesideCard({ world, news }: { world: World; news: Extract<RingNews, { kind: 'beside' }> }) {
  const { app, t, language } = useUi();
  const { talk } = app.actions;
  const beside = world.talk.beside.value;
  const members = beside && beside.number !== null ? inRing(world, beside.number) : [];
  const person = beside?.person ?? members[0];
  const name = world.people.value.get(person ?? '')?.name ?? '';
  // only an out-loud circle is heard from outside
  const outLoud = [...world.avatars.values()].some(({ ring }) => ring?.number === beside?.number && ring?.state === 'outLoud');
  const free = news.verb === 'free' ? freeRoom(world) : undefined;
  const hint = news.reason === 'full' ? t(outLoud ? 'ring.fullListen' : 'ring.fullHint') : undefined;
  const verbs = {
    knock: () => void (person && talk.ask('knock', person)),
    wave: () => void (person && talk.ask('talk', person)),
    word: () => person && talk.write(person),
    comeBack: () => void (person && talk.approach(person)),
    free: undefined,
  };
  const run = news.verb && verbs[news.verb];
  return (
    <section class="ring-card" aria-label={t('ring.title')}>
      <Icon name={REASON_ICONS[news.reason]} size={26} />
      <p role="status">
        <b>{t(`ring.${news.reason}`, { name })}</b>
        {hint && <span class="muted">{hint}</span>}
      </p>
      {run && person && news.verb && news.verb !== 'free' && (
        <button type="button" class="button primary" onClick={run}>
          {t(`ring.${news.verb}`)}
        </button>
      )}
      {free && (
        <button type="button" class="button" onClick={() => void app.actions.walkTo({ area: free.id })}>
          {t('ring.freePlace', { place: placeName(free, language.value) })}
        </button>
      )}
    </section>
  );
}

/** A meeting room with nobody in it. */
function freeRoom(world: World) {
  const counts = world.areaCounts.value;
  return world.ground.value.map.areas.find(
    (area, index) =>
      area.traits.conversation === 'meeting' && area.traits.backstage === undefined && area.name !== '' && counts[index] === 0,
  );
}
