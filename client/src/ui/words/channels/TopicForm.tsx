// A new topic, or the settings of one: its title, what it is about, its corner in the office; and closing it.
import { lengthOf, normaliseWords } from '@comptoir/shared/people';
import type { TopicView } from '@comptoir/shared/protocol/channels';
import { isRefused, type Refusal } from '@comptoir/shared/protocol/requests';
import { tuning } from '@comptoir/shared/tuning';
import { useSignal } from '@preact/signals';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { World } from '../../../world/World.ts';
import { CountedField } from '../../kit/CountedField.tsx';
import { isPlace, placeName } from '../../people/placeName.ts';
import { useUi } from '../../Ui.ts';
import { dayAndHourOf } from '../lines/lineWords.ts';

interface TopicFormProps {
  world: World;
  /** Absent: a new one. */
  topic?: TopicView;
  onDone: (topicId: string) => void;
}

/** Longer than a line: what one finds and asks there. */
function AboutField({ value, onInput }: { value: string; onInput: (value: string) => void }) {
  const { t } = useUi();
  const id = useId();
  const limit = tuning.topicAboutLength;
  const used = lengthOf(normaliseWords(value));
  return (
    <div class="field">
      <label for={id}>{t('topic.about')}</label>
      <div class={used > limit ? 'field-box has-problem' : 'field-box'}>
        <textarea
          id={id}
          rows={3}
          value={value}
          placeholder={t('topic.aboutPlaceholder')}
          aria-describedby={`${id}-count`}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      </div>
      <span id={`${id}-count`} class={used > limit ? 'counter over' : 'counter'}>
        {used > limit ? t('counter.over', { n: used - limit }) : t('counter.of', { used, limit })}
      </span>
    </div>
  );
}

const TITLE_FAULTS: readonly Refusal[] = ['titleEmpty', 'titleTooLong'];

export function TopicForm({ world, topic, onDone }: TopicFormProps) {
  const { app, t, language } = useUi();
  const areaId = useId();
  const standing = world.surroundings.peek().area;
  const { topics } = world.talk.kept;
  const taken = new Set(
    topics.value.flatMap((other) => (other.id === topic?.id || other.area === null || other.closed ? [] : [other.area])),
  );
  const title = useSignal(topic?.title ?? '');
  const about = useSignal(topic?.about ?? '');
  // whoever opens one where there is none yet means this corner, perhaps
  const area = useSignal(topic ? (topic.area ?? '') : '');
  const refused = useSignal<Refusal | undefined>(undefined);
  const isBusy = useSignal(false);
  const first = useRef<HTMLInputElement | null>(null);
  useLayoutEffect(() => first.current?.focus(), []);
  const places = world.ground.value.map.areas.filter((one) => isPlace(one) && (!taken.has(one.id) || one.id === area.value));

  const done = async (asking: Promise<{ ok: true; topic: TopicView } | { refused: Refusal }>): Promise<void> => {
    if (isBusy.peek()) return;
    isBusy.value = true;
    const answer = await asking;
    isBusy.value = false;
    if (isRefused(answer)) {
      refused.value = answer.refused;
      return;
    }
    // the office tells everybody; whoever did it sees it at once
    topics.value = [...topics.peek().filter(({ id }) => id !== answer.topic.id), answer.topic];
    onDone(answer.topic.id);
  };
  const save = (): void => {
    const facts = { title: title.peek(), about: about.peek(), area: area.peek() || null };
    void done(
      topic ? app.actions.channels.ask('changeTopic', { topic: topic.id, ...facts }) : app.actions.channels.ask('openTopic', facts),
    );
  };
  const fault = refused.value;
  const isOfTitle = fault !== undefined && TITLE_FAULTS.includes(fault);
  return (
    <form
      class="topic-form"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <CountedField
        label={t('topic.title')}
        value={title.value}
        limit={tuning.topicTitleLength}
        placeholder={t('topic.titlePlaceholder')}
        problem={isOfTitle ? t(`refusal.${fault}`) : undefined}
        inputRef={(element) => {
          first.current = element;
        }}
        onInput={(value) => {
          title.value = value;
          refused.value = undefined;
        }}
      />
      <AboutField
        value={about.value}
        onInput={(value) => {
          about.value = value;
          refused.value = undefined;
        }}
      />
      <div class="field">
        <label for={areaId}>{t('topic.area')}</label>
        <div class="field-box">
          <select
            id={areaId}
            aria-describedby={`${areaId}-hint`}
            value={area.value}
            onChange={(event) => {
              area.value = event.currentTarget.value;
              refused.value = undefined;
            }}
          >
            <option value="">{t('topic.noArea')}</option>
            {places.map((one) => (
              <option key={one.id} value={one.id}>
                {placeName(one, language.value)}
                {one.id === standing?.id ? ` · ${t('list.youAreHere')}` : ''}
              </option>
            ))}
          </select>
        </div>
        <p id={`${areaId}-hint`} class="field-hint muted">
          {t('topic.areaHint')}
        </p>
      </div>
      {fault && !isOfTitle && (
        <p class="field-problem" role="alert">
          {t(`refusal.${fault}`)}
        </p>
      )}
      <button type="submit" class="button primary" aria-disabled={isBusy.value}>
        {t(topic ? 'topic.save' : 'topic.create')}
      </button>
      {topic && (
        <div class="topic-end">
          <p class="muted">{t('topic.by', { name: topic.byName, date: dayAndHourOf(topic.createdMs, language.value) })}</p>
          <button
            type="button"
            class="button"
            onClick={() => void done(app.actions.channels.ask('changeTopic', { topic: topic.id, closed: !topic.closed }))}
          >
            {t(topic.closed ? 'topic.reopen' : 'topic.close')}
          </button>
          {!topic.closed && <p class="muted field-hint">{t('topic.closeHint')}</p>}
        </div>
      )}
    </form>
  );
}
