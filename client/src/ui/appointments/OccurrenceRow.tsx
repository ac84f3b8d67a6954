// One time that people meet: its day as on a calendar's leaf, what and where, how many come, and behind one button all that can be done with it.
import type { AppointmentView, OccurrenceView } from '@comptoir/shared/protocol/appointments';
import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { World } from '../../world/World.ts';
import { copyText } from '../invite/copyText.ts';
import { IconButton } from '../kit/IconButton.tsx';
import { goTo } from '../people/goTo.ts';
import { useUi } from '../Ui.ts';
import { ComeButton } from './ComeButton.tsx';
import { meetingLinks } from './meetingLinks.ts';
import { meetingGoal, meetingPlace } from './meetingPlace.ts';
import { repeatWords, spanWords } from './meetingTimes.ts';

interface OccurrenceRowProps {
  world: World;
  occurrence: OccurrenceView;
  planned: AppointmentView | undefined;
  linkKey: string | null;
  /** What can be done is shown from the beginning. */
  isOpen: boolean;
  onCome: (isComing: boolean) => void;
  /** For hosts. */
  onEdit: (() => void) | undefined;
  onCancel: (() => void) | undefined;
  onGo: () => void;
}

export function OccurrenceRow({ world, occurrence, planned, linkKey, isOpen, onCome, onEdit, onCancel, onGo }: OccurrenceRowProps) {
  const ui = useUi();
  const { t, language } = ui;
  const open = useSignal(isOpen);
  const said = useSignal<string | undefined>(undefined);
  const moreId = useId();
  const { title, theme, startMs, endMs, count, place } = occurrence;
  const tag = language.value;
  const when = spanWords(startMs, endMs, tag);
  const leaf = (part: Intl.DateTimeFormatOptions): string => new Intl.DateTimeFormat(tag, part).format(startMs);
  const links = meetingLinks(location.origin, world.officeId, occurrence.id, linkKey);
  const placeWords = meetingPlace(world, place, tag, t);
  const goal = meetingGoal(world, place);
  return (
    <li class="agenda-row">
      <span class="day-leaf" aria-hidden="true">
        <small>{leaf({ weekday: 'short' })}</small>
        <b>{leaf({ day: 'numeric' })}</b>
        <small>{leaf({ month: 'short' })}</small>
      </span>
      <div class="agenda-words">
        <h3>{title}</h3>
        <p>{when}</p>
        <p class="muted">
          {placeWords}
          {planned && planned.repeat.kind !== 'once' && ` · ${repeatWords(planned.start.slice(0, 10), planned.repeat, tag, t)}`}
        </p>
        {theme !== '' && open.value && <p class="agenda-theme">{theme}</p>}
        <p class="agenda-count">{count === 0 ? t('agenda.nobodyYet') : t('agenda.count', { n: count })}</p>
      </div>
      <div class="agenda-do">
        <ComeButton occurrence={occurrence} when={when} onCome={onCome} />
        <IconButton
          icon={open.value ? 'up' : 'down'}
          label={t('agenda.moreOf', { title, when })}
          tip="none"
          expands={{ id: moreId, isOpen: open.value }}
          onClick={() => {
            open.value = !open.value;
          }}
        />
      </div>
      <div id={moreId} class="agenda-more" hidden={!open.value}>
        {goal && (
          <button
            type="button"
            class="text-button"
            aria-label={t('agenda.walkTo', { title })}
            onClick={() => {
              onGo();
              void goTo(ui, goal, placeWords, 'walking');
            }}
          >
            {t('agenda.walk')}
          </button>
        )}
        <a class="text-button" href={links.file} download aria-label={t('agenda.fileOf', { title })}>
          {t('agenda.file')}
        </a>
        <button
          type="button"
          class="text-button"
          aria-label={t('agenda.pageOf', { title })}
          onClick={async () => {
            said.value = (await copyText(links.page)) ? t('agenda.copied') : t('agenda.copyByHand', { link: links.page });
          }}
        >
          {t('agenda.page')}
        </button>
        {onEdit && (
          <button type="button" class="text-button" aria-label={t('agenda.editOf', { title })} onClick={onEdit}>
            {t('agenda.edit')}
          </button>
        )}
        {onCancel && (
          <button type="button" class="text-button" aria-label={t('agenda.cancelOf', { title, when })} onClick={onCancel}>
            {t('agenda.cancel')}
          </button>
        )}
        <p role="status" class="copy-outcome">
          {said.value}
        </p>
      </div>
    </li>
  );
}
