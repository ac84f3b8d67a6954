// What a row of somebody holds besides the obvious: a button, and behind it the other verbs, those of hosts, and block and report.
import type { ComponentChildren, JSX } from 'preact';
import { useId, useRef } from 'preact/hooks';
import type { MessageKey } from '../../i18n/translate.ts';
import type { Person, World } from '../../world/World.ts';
import { Icon, type IconName } from '../kit/Icon.tsx';
import { useUi } from '../Ui.ts';
import { type HostVerb, hostVerbs, type PersonVerb } from './personVerbs.ts';
import { runHostVerb, runPersonVerb, setBlocked } from './runPersonVerb.ts';

export const ICONS: Record<PersonVerb, IconName> = {
  walkOver: 'walk',
  wave: 'wave',
  knock: 'door',
  write: 'chat',
  invite: 'invite',
  beThere: 'jump',
};
export const SHORT = {
  walkOver: 'people.walkOverShort',
  wave: 'person.wave',
  knock: 'person.knock',
  write: 'person.write',
  invite: 'person.invite',
  beThere: 'people.beThereShort',
} as const;
export const FULL = {
  walkOver: 'people.walkOver',
  wave: 'person.waveFull',
  knock: 'person.knockFull',
  write: 'person.writeFull',
  invite: 'person.inviteFull',
  beThere: 'people.beThere',
} as const;
const HOST_ICONS: Record<HostVerb, IconName> = { mute: 'micOff', sendOut: 'leave', ban: 'ban', role: 'star', signInLink: 'key' };

interface More {
  isOpen: boolean;
  button: JSX.Element;
  /** Below the row, while open. */
  verbs: JSX.Element | false;
}

/**
 * @param list which kind of row it is: somebody may stand in two lists
 * @param others the verbs that have no button of their own
 */
export function usePersonMore(list: 'person' | 'member', world: World, person: Person, others: readonly PersonVerb[]): More {
  const ui = useUi();
  const { t } = ui;
  const key = `${list} ${person.personId}`;
  const isOpen = ui.openRow.value === key;
  const id = useId();
  const opener = useRef<HTMLButtonElement>(null);
  const name = { name: person.name };
  const members = world.talk.conversation.value?.members;
  const member = members?.find(({ personId }) => personId === person.personId);
  const talks = world.talk.conversations.value.some((conversation) => conversation.members.includes(person.personId));
  const forHosts = hostVerbs({
    mine: world.me.value?.rank ?? 'visitor',
    theirs: person.rank,
    isHeard: member ? member.microphone : talks ? undefined : false,
  });
  const blocked = world.hosting.blocks.value.has(person.personId);

  const verb = (icon: IconName, label: MessageKey, full: MessageKey, run: () => void) => (
    <button
      key={label}
      type="button"
      class="button small"
      aria-label={t(full, name)}
      onClick={() => {
        // this button goes: what opens next gives the focus back to the one that stays
        opener.current?.focus();
        ui.openRow.value = undefined;
        run();
      }}
    >
      <Icon name={icon} size={18} />
      {t(label)}
    </button>
  );
  const group = (label: MessageKey, children: ComponentChildren) => (
    // biome-ignore lint/a11y/useSemanticElements: buttons that belong together, and no form
    <span class="verb-group" role="group" aria-label={t(label)}>
      <small class="muted" aria-hidden="true">
        {t(label)}
      </small>
      {children}
    </span>
  );
  return {
    isOpen,
    button: (
      <button
        ref={opener}
        type="button"
        class="icon-button second"
        aria-label={t(isOpen ? 'person.less' : 'person.more', name)}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => {
          ui.openRow.value = isOpen ? undefined : key;
        }}
      >
        <Icon name="more" />
      </button>
    ),
    verbs: isOpen && (
      <span class="more-verbs" id={id}>
        {verb('card', 'card.see', 'card.seeFull', () => ui.app.actions.readCard(person))}
        {others.map((one) => verb(ICONS[one], SHORT[one], FULL[one], () => runPersonVerb(ui, one, person)))}
        {!blocked &&
          world.desks.deskOf(person.personId) !== undefined &&
          verb('paper', 'desk.leaveNote', 'desk.leaveNoteFull', () => ui.app.actions.noteFor(person))}
        {forHosts.length > 0 &&
          group(
            'host.group',
            forHosts.map((one) => verb(HOST_ICONS[one], `host.${one}`, `host.${one}Full`, () => runHostVerb(ui, one, person))),
          )}
        {group('person.others', [
          blocked
            ? verb('ban', 'person.unblock', 'person.unblockFull', () => void setBlocked(ui, person, false))
            : verb('ban', 'person.block', 'person.blockFull', () => void setBlocked(ui, person, true)),
          verb('flag', 'person.report', 'person.reportFull', () => {
            ui.asking.value = { what: 'report', personId: person.personId, name: person.name };
          }),
        ])}
      </span>
    ),
  };
}
