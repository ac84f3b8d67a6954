// The polls of a talk, open ones first, and for leaders how to begin another one, or a debate.
import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { leadsTalk } from '../../../world/leadsTalk.ts';
import type { World } from '../../../world/World.ts';
import { Icon } from '../../kit/Icon.tsx';
import { useUi } from '../../Ui.ts';
import { DebateForm } from './DebateForm.tsx';
import { PollCard } from './PollCard.tsx';
import { PollForm } from './PollForm.tsx';
import { TalkScroll } from './TalkScroll.tsx';

export function PollsTab({ world }: { world: World }) {
  const { t } = useUi();
  const writing = useSignal<'poll' | 'debate' | undefined>(undefined);
  const verbs = useRef<HTMLDivElement>(null);
  const { auditorium } = world;
  const leads = leadsTalk(world);
  const phase = auditorium.debate.value?.view.phase;
  const list = [...auditorium.polls.value.list].sort((a, b) => Number(b.open) - Number(a.open) || b.openedMs - a.openedMs);
  const close = (): void => {
    writing.value = undefined;
    // the form that had the focus is gone
    queueMicrotask(() => verbs.current?.querySelector('button')?.focus());
  };
  return (
    <TalkScroll tab="polls">
      {leads && !writing.value && (
        <div class="talk-verbs" ref={verbs}>
          <button
            type="button"
            class="button small"
            onClick={() => {
              writing.value = 'poll';
            }}
          >
            <Icon name="poll" size={18} />
            {t('poll.new')}
          </button>
          {(phase === undefined || phase === 'over') && (
            <button
              type="button"
              class="button small"
              onClick={() => {
                writing.value = 'debate';
              }}
            >
              <Icon name="scales" size={18} />
              {t('poll.newDebate')}
            </button>
          )}
        </div>
      )}
      {leads && writing.value === 'poll' && <PollForm onClose={close} />}
      {leads && writing.value === 'debate' && (
        <DebateForm
          onClose={close}
          onOpened={() => {
            writing.value = undefined;
            auditorium.tab.value = 'debate';
          }}
        />
      )}
      {list.length === 0 && !writing.value && (
        <div class="empty">
          <Icon name="poll" size={40} />
          <p>
            <b>{t('poll.empty')}</b>
          </p>
          <p class="muted">{t(leads ? 'poll.emptyLeads' : 'poll.emptyHint')}</p>
        </div>
      )}
      {list.map((poll) => (
        <PollCard key={poll.id} world={world} poll={poll} leads={leads} />
      ))}
    </TalkScroll>
  );
}
