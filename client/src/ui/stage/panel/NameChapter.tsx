// The field that a new chapter is named in: there before the office has answered, so that one may type at once.
import { lengthOf, normaliseWords } from '@comptoir/shared/people';
import { programmeLeft } from '@comptoir/shared/programme';
import { tuning } from '@comptoir/shared/tuning';
import { useSignal } from '@preact/signals';
import { useEffect, useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { Naming } from '../../../world/Auditorium.ts';
import type { World } from '../../../world/World.ts';
import { backToMap } from '../../hud/backToMap.ts';
import { useUi } from '../../Ui.ts';
import { talkTime } from './talkTime.ts';

export function NameChapter({ world, naming }: { world: World; naming: Naming }) {
  const { app, t, view, narrow } = useUi();
  const id = useId();
  const { auditorium } = world;
  const field = useRef<HTMLInputElement>(null);
  const planned = programmeLeft(
    auditorium.stage.value?.programme ?? [],
    auditorium.chapters.peek().filter(({ id: own }) => own !== naming.id),
  )[0];
  const title = useSignal('');
  const isTooLong = useSignal(false);
  /** Enter was pressed before the chapter had its id. */
  const isWanted = useSignal(false);
  useLayoutEffect(() => {
    title.value = planned ?? '';
    isWanted.value = false;
    field.current?.focus({ preventScroll: true });
    // what is planned is typed over, or kept by Enter
    if (field.current && planned !== undefined) field.current.value = planned;
    field.current?.select();
  }, [naming.atMs]);

  const done = (): void => {
    auditorium.naming.value = undefined;
    if (view.peek() === 'map' && !narrow.peek()) backToMap(app.sceneElement);
    else queueMicrotask(() => document.querySelector<HTMLElement>('.talk-verbs button')?.focus());
  };
  const save = (): void => {
    const words = normaliseWords(title.peek());
    if (words === '') return done();
    if (lengthOf(words) > tuning.chapterLength) {
      isTooLong.value = true;
      return;
    }
    if (naming.id === undefined) {
      isWanted.value = true;
      return;
    }
    void app.actions.ask('changeChapter', { chapter: naming.id, title: words, remove: false });
    done();
  };
  useEffect(() => {
    if (naming.id !== undefined && isWanted.peek()) save();
  }, [naming.id]);
  return (
    <form
      class="talk-card name-chapter"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        done();
      }}
    >
      <label for={id}>{t('chapter.title', { time: talkTime(naming.atMs) })}</label>
      <div class={isTooLong.value ? 'field-box has-problem' : 'field-box'}>
        <input
          id={id}
          ref={field}
          type="text"
          value={title.value}
          placeholder={t('chapter.untitled', { n: auditorium.chapters.value.length + Number(naming.id === undefined) })}
          autocomplete="off"
          enterKeyHint="done"
          aria-invalid={isTooLong.value}
          aria-describedby={`${id}-problem`}
          onInput={(event) => {
            title.value = event.currentTarget.value;
            isTooLong.value = false;
          }}
        />
        <button type="submit" class="text-button">
          {t('word.save')}
        </button>
      </div>
      <p id={`${id}-problem`} class="field-problem" role="alert">
        {isTooLong.value && t('chapter.tooLong')}
      </p>
    </form>
  );
}
