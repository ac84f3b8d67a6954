// Who is in my talk, asked for when it is opened: on the stage, with the floor, in the audience; for whoever leads it with what they may do.
import { DEFAULT_APPEARANCE } from '@comptoir/shared/people';
import { isRefused } from '@comptoir/shared/protocol/requests';
import type { ConversationMember } from '@comptoir/shared/protocol/talk';
import { useSignal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import { leadsTalk } from '../../world/leadsTalk.ts';
import type { World } from '../../world/World.ts';
import { memberFacts } from '../call/memberFacts.ts';
import { Dialog } from '../kit/Dialog.tsx';
import { IconButton } from '../kit/IconButton.tsx';
import { Portrait } from '../kit/Portrait.tsx';
import { useUi } from '../Ui.ts';

/** Asked anew at most so often while people come and go. */
const AGAIN_MS = 2000;

export function TalkPeopleDialog({ world, onClose }: { world: World; onClose: () => void }) {
  const { app, t } = useUi();
  const there = useSignal<readonly string[] | undefined>(undefined);
  const stage = world.auditorium.stage.value;
  const talk = stage?.talk;
  const audience = stage?.audience;
  useEffect(() => {
    if (talk === undefined) return onClose();
    let isWanted = true;
    const look = async (): Promise<void> => {
      const answer = await app.actions.ask('whoListens', {});
      if (isWanted && !isRefused(answer)) there.value = answer.people;
    };
    const timer = setTimeout(() => void look(), there.peek() ? AGAIN_MS : 0);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [talk, audience]);
  if (!stage) return null;
  const members = (world.talk.conversation.value?.members ?? []).filter(({ role }) => role === 'speaker');
  const speaking = new Set(members.map(({ personId }) => personId));
  const listening = there.value?.filter((personId) => !speaking.has(personId));
  return (
    <Dialog title={t('stage.label', { title: stage.title })} onClose={onClose} class="talk-people">
      <Group world={world} title={t('lead.stage')} people={members.filter(({ floor }) => !floor)} />
      <Group world={world} title={t('lead.floor')} people={members.filter(({ floor }) => floor)} />
      {listening === undefined ? (
        <p class="muted" role="status">
          {t('lead.asking')}
        </p>
      ) : (
        <Group world={world} title={`${t('lead.audience')} · ${t('stage.audience', { n: listening.length })}`} people={listening} />
      )}
    </Dialog>
  );
}

/** @param people those who speak with what is known of them; of the audience only who they are */
function Group({ world, title, people }: { world: World; title: string; people: readonly (ConversationMember | string)[] }) {
  const headingId = useId();
  if (people.length === 0) return null;
  return (
    <section class="talk-people-group" aria-labelledby={headingId}>
      <h3 id={headingId}>{title}</h3>
      <ul class="person-list">
        {people.map((one) => {
          const personId = typeof one === 'string' ? one : one.personId;
          return <Row key={personId} world={world} personId={personId} member={typeof one === 'string' ? undefined : one} />;
        })}
      </ul>
    </section>
  );
}

function Row({ world, personId, member }: { world: World; personId: string; member: ConversationMember | undefined }) {
  const { t } = useUi();
  const person = world.people.value.get(personId);
  if (!person) return null;
  const isSpeaking = world.talk.speaking.value.has(personId);
  const link = world.auditorium.links.value.find((one) => one.personId === personId)?.quality ?? 'good';
  const facts = [
    person.trade,
    world.auditorium.stage.value?.leaders.includes(personId) && t('lead.leads'),
    ...(member ? memberFacts({ ...member, role: 'member' }, isSpeaking, t) : []),
    link !== 'good' && t(`lead.link.${link}`),
  ];
  return (
    <li class="person-row">
      <Portrait appearance={person.appearance ?? DEFAULT_APPEARANCE} size={40} />
      <span class="person-words">
        <b>{person.name}</b>
        <small class="muted">{facts.filter(Boolean).join(' · ')}</small>
      </span>
      {leadsTalk(world) && <LeadVerbs world={world} personId={personId} name={person.name} member={member} />}
    </li>
  );
}

interface LeadVerbsProps {
  world: World;
  personId: string;
  name: string;
  member: ConversationMember | undefined;
}

function LeadVerbs({ world, personId, name, member }: LeadVerbsProps) {
  const { app, t } = useUi();
  const { ask } = app.actions;
  const leaders = world.auditorium.stage.value?.leaders ?? [];
  const myId = world.myId.value ?? '';
  const leads = leaders.includes(personId);
  const isMine = personId === myId;
  const move = async (up: boolean): Promise<void> => {
    const answer = await ask('bringUp', { personId, up });
    if (!isRefused(answer))
      app.toasts.add({
        key: up ? 'lead.upDone' : 'lead.downDone',
        words: { name },
        undo: () => void ask('bringUp', { personId, up: !up }),
      });
  };
  const handOver = async (): Promise<void> => {
    const answer = await ask('leadTalk', { personId, leads: true });
    if (isRefused(answer) || isRefused(await ask('leadTalk', { personId: myId, leads: false }))) return;
    app.toasts.add({ key: 'lead.handOverDone', words: { name } });
  };
  return (
    <span class="row-verbs">
      {member?.microphone && !isMine && (
        <IconButton icon="micOff" label={t('lead.hush', { name })} tip="none" onClick={() => void ask('hushSpeaker', { personId })} />
      )}
      {member?.floor && !isMine && (
        <button
          type="button"
          class="button small"
          aria-label={t('lead.takeBack', { name })}
          onClick={() => void ask('takeFloor', { personId })}
        >
          {t('floor.takeBack')}
        </button>
      )}
      {member && !member.floor && !isMine && (
        <IconButton icon="down" label={t('lead.down', { name })} tip="none" onClick={() => void move(false)} />
      )}
      {!member && <IconButton icon="up" label={t('lead.up', { name })} tip="none" onClick={() => void move(true)} />}
      {!isMine && leaders.includes(myId) && (
        <IconButton icon="walk" label={t('lead.handOver', { name })} tip="none" onClick={() => void handOver()} />
      )}
      {(!leads || leaders.length > 1) && (
        <IconButton
          icon="star"
          label={t(leads ? 'lead.remove' : 'lead.add', { name })}
          tip="none"
          pressed={leads}
          onClick={() => void ask('leadTalk', { personId, leads: !leads })}
        />
      )}
    </span>
  );
}
