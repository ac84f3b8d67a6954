// The shelf: talks that are over, with the way to their pages; for whoever led one, and hosts, what may be changed of it.
import type { PastTalk } from '@comptoir/shared/protocol/replay';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { World } from '../../../world/World.ts';
import { Dialog } from '../../kit/Dialog.tsx';
import { Icon } from '../../kit/Icon.tsx';
import { useUi } from '../../Ui.ts';
import { LeaveRecording } from '../recording/LeaveRecording.tsx';
import { recordingWords } from '../recording/recordingWords.ts';
import { ChangeTalk } from './ChangeTalk.tsx';
import { readShelf } from './readShelf.ts';
import { dayLeaf, dayWords, findPast, minutesOf } from './shelfWords.ts';

/** Fewer are seen at once. */
const SEARCHED_FROM = 6;

export function PastTalksDialog({ world, onClose }: { world: World; onClose: () => void }) {
  const { app, t } = useUi();
  const typed = useSignal('');
  const changing = useSignal<string | undefined>(undefined);
  const { past } = world.auditorium;
  useEffect(() => {
    void readShelf(app, world);
  }, []);
  const list = past.value;
  const changed = list?.find(({ talk }) => talk === changing.value);
  const back = (): void => {
    changing.value = undefined;
    void readShelf(app, world);
  };
  if (changed)
    return (
      <Dialog key="change" class="agenda-dialog shelf-dialog" title={changed.title} onClose={back}>
        <ChangeTalk talk={changed.talk} onBack={back} />
      </Dialog>
    );
  const found = findPast(list ?? [], typed.value);
  return (
    <Dialog key="list" class="agenda-dialog shelf-dialog" title={t('shelf.title')} onClose={onClose}>
      {list?.some(({ of }) => of === 'talk') && <p class="muted shelf-hint">{t('shelf.hint')}</p>}
      {list && list.length >= SEARCHED_FROM && (
        <div class="search-box">
          <Icon name="search" />
          <input
            type="search"
            aria-label={t('shelf.search')}
            placeholder={t('shelf.search')}
            value={typed.value}
            onInput={(event) => {
              typed.value = event.currentTarget.value;
            }}
          />
        </div>
      )}
      {list?.length === 0 && (
        <div class="empty">
          <Icon name="stage" size={40} />
          <p>
            <b>{t('shelf.empty')}</b>
          </p>
          <p class="muted">{t('shelf.emptyHint')}</p>
        </div>
      )}
      {list && list.length > 0 && found.length === 0 && (
        <p class="muted empty-line" role="status">
          {t('shelf.none')}
        </p>
      )}
      {(['meeting', 'talk'] as const).map((kind) => {
        const these = found.filter(({ of }) => of === kind);
        if (these.length === 0) return null;
        return (
          <section key={kind} class="shelf-part" aria-label={t(`shelf.part.${kind}`)}>
            {found.some(({ of }) => of === 'meeting') && <h3>{t(`shelf.part.${kind}`)}</h3>}
            {kind === 'meeting' && <p class="muted">{t('shelf.meetingsHint')}</p>}
            <ul class="agenda-list">
              {these.map((talk) => (
                <PastTalkRow
                  key={talk.talk}
                  talk={talk}
                  onLeft={() => void readShelf(app, world)}
                  onChange={() => {
                    changing.value = talk.talk;
                  }}
                />
              ))}
            </ul>
          </section>
        );
      })}
    </Dialog>
  );
}

function PastTalkRow({ talk, onChange, onLeft }: { talk: PastTalk; onChange: () => void; onLeft: () => void }) {
  const { t, language } = useUi();
  const { title, speakers, chapters, questions, startedMs, page, mine, keptUntilMs, recording } = talk;
  const leaf = dayLeaf(startedMs, language.value);
  const facts = [
    t('shelf.minutes', { n: minutesOf(talk) }),
    ...(recording ? [recordingWords(recording, t)] : []),
    ...(chapters.length > 0 ? [t('shelf.chapters', { n: chapters.length })] : []),
    ...(questions > 0 ? [t('shelf.questions', { n: questions })] : []),
    ...(mine ? [keptUntilMs === null ? t('shelf.kept') : t('shelf.until', { date: dayWords(keptUntilMs, language.value) })] : []),
  ];
  return (
    <li class="agenda-row">
      <time class="day-leaf" dateTime={new Date(startedMs).toISOString()}>
        <b>{leaf.day}</b>
        <small>{leaf.month}</small>
      </time>
      <div class="agenda-words">
        <h3 lang={talk.language}>{title}</h3>
        {speakers.length > 0 && <p>{t('shelf.with', { names: speakers.join(', ') })}</p>}
        <p class="muted">{facts.join(' · ')}</p>
      </div>
      <div class="agenda-do shelf-verbs">
        <a class="button small" href={page} target="_blank" rel="noopener" aria-label={t('shelf.readFull', { title })}>
          {t('shelf.read')}
        </a>
        <LeaveRecording talk={talk} onDone={onLeft} />
        {mine && (
          <button type="button" class="text-button" aria-label={t('shelf.changeFull', { title })} onClick={onChange}>
            {t('shelf.change')}
          </button>
        )}
      </div>
    </li>
  );
}
