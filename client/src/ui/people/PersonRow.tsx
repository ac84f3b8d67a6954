// One person: face, name, trade, availability, the obvious thing to do, and the other things on a line of their own.
import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { Person, World } from '../../world/World.ts';
import { Icon, type IconName } from '../kit/Icon.tsx';
import { IconButton } from '../kit/IconButton.tsx';
import { Portrait } from '../kit/Portrait.tsx';
import type { Status } from '../kit/StatusMark.tsx';
import { type Ui, useUi } from '../Ui.ts';
import { goTo } from './goTo.ts';
import { type PersonVerb, personVerbs } from './personVerbs.ts';

export const statusOf = (person: Person): Status => (person.connected ? person.availability : 'disconnected');

const ICONS: Record<PersonVerb, IconName> = {
  walkOver: 'walk',
  wave: 'wave',
  knock: 'door',
  write: 'chat',
  invite: 'invite',
  beThere: 'jump',
};
const SHORT = {
  walkOver: 'people.walkOverShort',
  wave: 'person.wave',
  knock: 'person.knock',
  write: 'person.write',
  invite: 'person.invite',
  beThere: 'people.beThereShort',
} as const;
const FULL = {
  walkOver: 'people.walkOver',
  wave: 'person.waveFull',
  knock: 'person.knockFull',
  write: 'person.writeFull',
  invite: 'person.inviteFull',
  beThere: 'people.beThere',
} as const;

function run(ui: Ui, verb: PersonVerb, { personId, name }: Person): void {
  const { talk } = ui.app.actions;
  switch (verb) {
    case 'walkOver':
      // whoever comes over on purpose joins; what needs a yes is asked on the way
      ui.app.toasts.add({ key: 'walk.started', words: { name } });
      return void talk.approach(personId);
    case 'wave':
      return void talk.ask('talk', personId);
    case 'knock':
      return void talk.ask('knock', personId);
    case 'invite':
      return void talk.ask('join', personId);
    case 'write':
      return talk.write(personId);
    case 'beThere':
      return void goTo(ui, { person: personId }, name, 'now');
  }
}

export function PersonRow({ world, person, place }: { world: World; person: Person; place?: string | undefined }) {
  const ui = useUi();
  const { t } = ui;
  const open = useSignal(false);
  const moreId = useId();
  const status = statusOf(person);
  const conversation = world.talk.conversation.value;
  const theirs = world.talk.conversations.value.find(({ members }) => members.includes(person.personId));
  const withMe = conversation?.members.some(({ personId }) => personId === person.personId) === true;
  const [first, ...others] = personVerbs({
    availability: person.availability,
    connected: person.connected,
    withMe,
    mayInvite: conversation !== undefined && conversation.role !== 'listener',
    closed: !withMe && theirs?.state === 'closed',
  });
  const facts = [person.trade, t(`availability.${status}`), place].filter(Boolean).join(' · ');
  const name = { name: person.name };
  return (
    <li class={open.value ? 'person-row open' : 'person-row'}>
      <Portrait appearance={person.appearance} status={status} />
      <span class="person-words">
        <b>{person.name}</b>
        <small class="muted" title={facts}>
          {facts}
        </small>
      </span>
      <span class="row-verbs">
        {others.length > 0 && (
          <button
            type="button"
            class="icon-button second"
            aria-label={t(open.value ? 'person.less' : 'person.more', name)}
            aria-expanded={open.value}
            aria-controls={moreId}
            onClick={() => {
              open.value = !open.value;
            }}
          >
            <Icon name="more" />
          </button>
        )}
        {first && (
          <IconButton icon={ICONS[first]} label={t(SHORT[first])} fullLabel={t(FULL[first], name)} onClick={() => run(ui, first, person)} />
        )}
      </span>
      {open.value && (
        <span class="more-verbs" id={moreId}>
          {others.map((verb) => (
            <button
              key={verb}
              type="button"
              class="button small"
              aria-label={t(FULL[verb], name)}
              onClick={() => {
                open.value = false;
                run(ui, verb, person);
              }}
            >
              <Icon name={ICONS[verb]} size={18} />
              {t(SHORT[verb])}
            </button>
          ))}
        </span>
      )}
    </li>
  );
}
