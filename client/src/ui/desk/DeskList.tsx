// The desks in the list: how many are free, whose the others are, and mine with what lies on it.
import { may } from '@comptoir/shared/permissions';
import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { isOpenTo } from '../../world/isOpenTo.ts';
import type { World } from '../../world/World.ts';
import { Icon } from '../kit/Icon.tsx';
import { IconButton } from '../kit/IconButton.tsx';
import { useUi } from '../Ui.ts';
import { claimDesk } from './claimDesk.ts';
import { deskLabel } from './deskLabel.ts';
import { type Desk, desksOf } from './desksOf.ts';

export function DeskList({ world }: { world: World }) {
  const ui = useUi();
  const { t } = ui;
  const headingId = useId();
  const freeId = useId();
  const isOpen = useSignal(false);
  const desks = desksOf(world.ground.value, world.desks.all.value).filter(({ place }) => !place || isOpenTo(world, place.id));
  if (desks.length === 0) return null;
  const free = desks.filter(({ owner }) => !owner);
  const mine = desks.find(({ owner }) => owner && owner.personId === world.myId.value);
  const others = desks.filter((desk) => desk.owner && desk !== mine);
  return (
    <section class="list-section" aria-labelledby={headingId}>
      <h2 id={headingId}>{t('desk.list')}</h2>
      <p class="muted desk-counts">{t('desk.counts', { free: free.length, taken: desks.length - free.length })}</p>
      <ul class="place-list">
        {mine && <MyRow world={world} desk={mine} />}
        {others.map((desk) => (
          <OthersRow key={desk.desk} world={world} desk={desk} />
        ))}
      </ul>
      {free.length > 0 && (
        <button
          type="button"
          class="button more"
          aria-expanded={isOpen.value}
          aria-controls={isOpen.value ? freeId : undefined}
          onClick={() => {
            isOpen.value = !isOpen.value;
          }}
        >
          {t(isOpen.value ? 'desk.hideFree' : 'desk.showFree')}
          <Icon name={isOpen.value ? 'up' : 'down'} size={18} />
        </button>
      )}
      {isOpen.value && (
        <ul class="place-list free-desks" id={freeId}>
          {free.map((desk) => (
            <FreeRow key={desk.desk} world={world} desk={desk} />
          ))}
        </ul>
      )}
    </section>
  );
}

interface RowProps {
  world: World;
  desk: Desk;
}

function MyRow({ world, desk }: RowProps) {
  const { app, t, language } = useUi();
  const { count, unread } = world.desks.notes.value;
  return (
    <li class="place-row mine">
      <span class="row-icon">
        <Icon name="desk" />
      </span>
      <span class="person-words">
        <b>{t('desk.mine')}</b>
        <small class="muted">{deskLabel(desk, language.value, t)}</small>
        {unread > 0 && <small>{t('desk.unread', { n: unread })}</small>}
      </span>
      <span class="row-verbs">
        <IconButton
          icon="paper"
          label={t('desk.notes')}
          fullLabel={unread > 0 ? `${t('desk.notes')}, ${t('desk.unread', { n: unread })}` : t('desk.notes')}
          class="second"
          onClick={() => app.actions.openPanel('desk')}
        >
          {count > 0 && (
            <b class={unread > 0 ? 'count-badge' : 'count-badge quiet'} aria-hidden="true">
              {unread || count}
            </b>
          )}
        </IconButton>
        <IconButton icon="walk" label={t('desk.go')} onClick={() => void app.actions.goToMyDesk()} />
      </span>
    </li>
  );
}

function OthersRow({ world, desk }: RowProps) {
  const { app, t, language, asking } = useUi();
  const { owner } = desk;
  if (!owner) return null;
  const { personId } = owner;
  const here = world.people.value.get(personId);
  const name = here?.name ?? owner.name;
  const facts = [deskLabel(desk, language.value, t), here ? t('desk.here') : undefined];
  return (
    <li class="place-row">
      <span class="row-icon">
        <Icon name="desk" />
      </span>
      <span class="person-words">
        <b>{t('desk.of', { name })}</b>
        <small class="muted">{facts.filter(Boolean).join(' · ')}</small>
      </span>
      <span class="row-verbs">
        {may(world.me.value?.rank ?? 'visitor', 'freeDesk') && (
          <IconButton
            icon="erase"
            label={t('desk.free')}
            fullLabel={t('desk.freeFull', { name })}
            class="second"
            onClick={() => {
              asking.value = { what: 'freeDesk', desk: desk.desk, name };
            }}
          />
        )}
        <IconButton
          icon="card"
          label={t('card.see')}
          fullLabel={t('card.seeFull', { name })}
          class="second"
          onClick={() => app.actions.readCard({ personId, name })}
        />
        <IconButton
          icon="paper"
          label={t('desk.leaveNote')}
          fullLabel={t('desk.leaveNoteFull', { name })}
          onClick={() => app.actions.noteFor({ personId, name })}
        />
      </span>
    </li>
  );
}

function FreeRow({ world, desk }: RowProps) {
  const ui = useUi();
  const { app, t, language } = ui;
  const label = deskLabel(desk, language.value, t);
  return (
    <li class="place-row">
      <span class="person-words">
        <b>{label}</b>
        <small class="muted">{t('desk.isFree')}</small>
      </span>
      <span class="row-verbs">
        {may(world.me.value?.rank ?? 'visitor', 'claimDesk') && (
          <IconButton
            icon="desk"
            label={t('desk.claim')}
            fullLabel={t('desk.claimFull', { desk: label })}
            class="second"
            onClick={() => void claimDesk(ui, world, desk.desk)}
          />
        )}
        <IconButton
          icon="walk"
          label={t('desk.sit')}
          fullLabel={t('desk.goTo', { desk: label })}
          onClick={() => void app.actions.sit(desk.seat.id)}
        />
      </span>
    </li>
  );
}
