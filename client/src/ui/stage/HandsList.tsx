// Who has the floor, and whose hands are up in their order; whoever leads the talk gives it, takes it back, lowers a hand.
import { DEFAULT_APPEARANCE } from '@comptoir/shared/people';
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { leadsTalk } from '../../world/leadsTalk.ts';
import type { World } from '../../world/World.ts';
import { Icon } from '../kit/Icon.tsx';
import { IconButton } from '../kit/IconButton.tsx';
import { Portrait } from '../kit/Portrait.tsx';
import { useUi } from '../Ui.ts';
import { rankWords } from './talkWords.ts';

export function HandsList({ world }: { world: World }) {
  const { t } = useUi();
  const stage = world.auditorium.stage.value;
  if (!stage) return null;
  const { hands, handCount, floor } = stage;
  if (hands.length === 0 && floor.length === 0) return <p class="muted hands-none">{t('hand.none')}</p>;
  return (
    <>
      {floor.length > 0 && (
        <ul class="hand-rows">
          {floor.map(({ personId, video }) => (
            <FloorRow key={personId} world={world} personId={personId} video={video} />
          ))}
        </ul>
      )}
      {hands.length > 0 && (
        <ol class="hand-rows">
          {hands.map((personId, i) => (
            <HandRow key={personId} world={world} personId={personId} rank={i + 1} />
          ))}
        </ol>
      )}
      {handCount > hands.length && <p class="muted hands-more">{t('hears.more', { n: handCount - hands.length })}</p>}
    </>
  );
}

function HandRow({ world, personId, rank }: { world: World; personId: string; rank: number }) {
  const { app, t, language } = useUi();
  const nameId = useId();
  const name = world.people.value.get(personId)?.name ?? '';
  const give = (video: boolean): void => void app.actions.ask('giveFloor', { personId, video });
  return (
    <Row world={world} personId={personId} nameId={nameId} words={rankWords(rank, language.value, t)}>
      {leadsTalk(world) && (
        <>
          <button type="button" class="button primary small" aria-describedby={nameId} onClick={() => give(false)}>
            {t('floor.give')}
          </button>
          <IconButton
            icon="camera"
            label={t('floor.giveVideo')}
            fullLabel={t('floor.giveVideoFull', { name })}
            tip="below"
            onClick={() => give(true)}
          />
          <IconButton
            icon="down"
            label={t('hand.lowerTheirs')}
            fullLabel={t('hand.lowerTheirsFull', { name })}
            tip="below"
            onClick={() => void app.actions.ask('lowerHand', { personId })}
          />
        </>
      )}
    </Row>
  );
}

function FloorRow({ world, personId, video }: { world: World; personId: string; video: boolean }) {
  const { app, t } = useUi();
  const nameId = useId();
  const isMine = personId === world.myId.value;
  return (
    <Row world={world} personId={personId} nameId={nameId} words={t(video ? 'floor.hasVideo' : 'floor.has')} floor>
      {(leadsTalk(world) || isMine) && (
        <button
          type="button"
          class="button small"
          aria-describedby={nameId}
          onClick={() => void app.actions.ask('takeFloor', { personId })}
        >
          {t(isMine ? 'floor.giveBack' : 'floor.takeBack')}
        </button>
      )}
    </Row>
  );
}

interface RowProps {
  world: World;
  personId: string;
  nameId: string;
  words: string;
  floor?: boolean;
  children: ComponentChildren;
}

function Row({ world, personId, nameId, words, floor, children }: RowProps) {
  const person = world.people.value.get(personId);
  const speaking = floor === true && world.talk.speaking.value.has(personId);
  return (
    <li class={floor ? 'hand-row floor' : 'hand-row'} data-person={personId}>
      <Portrait appearance={person?.appearance ?? DEFAULT_APPEARANCE} size={36} />
      <span class="person-words">
        <b id={nameId}>{person?.name ?? ''}</b>
        <small class="muted">
          {floor && <Icon name={speaking ? 'outLoud' : 'mic'} size={14} />}
          {[words, person?.trade].filter(Boolean).join(' · ')}
        </small>
      </span>
      <span class="row-verbs">{children}</span>
    </li>
  );
}
