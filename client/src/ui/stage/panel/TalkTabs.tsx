// What a talk's panel can show, as tabs in a row: each with a sign, a word, and how many wait there.
import { useEffect, useRef } from 'preact/hooks';
import type { TalkTab } from '../../../world/Auditorium.ts';
import type { World } from '../../../world/World.ts';
import { Icon, type IconName } from '../../kit/Icon.tsx';
import { useUi } from '../../Ui.ts';
import { panelCounts } from './panelCounts.ts';

const ICONS: Record<TalkTab, IconName> = {
  questions: 'question',
  hands: 'hand',
  polls: 'poll',
  debate: 'scales',
  chapters: 'chapter',
  notes: 'pencil',
};

export function TalkTabs({ world, shown, panelId }: { world: World; shown: TalkTab; panelId: string }) {
  const { t } = useUi();
  const row = useRef<HTMLDivElement>(null);
  const { auditorium } = world;
  const tabs: TalkTab[] = ['questions', 'hands', 'polls', ...(auditorium.debate.value ? (['debate'] as const) : []), 'chapters', 'notes'];
  const counts = panelCounts(world);
  useEffect(() => {
    row.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [shown]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const at = tabs.indexOf(shown);
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const next = event.key === 'Home' ? 0 : event.key === 'End' ? tabs.length - 1 : step === undefined ? undefined : at + step;
    const target = next === undefined ? undefined : tabs[(next + tabs.length) % tabs.length];
    if (!target) return;
    event.preventDefault();
    auditorium.tab.value = target;
    row.current?.querySelectorAll<HTMLElement>('[role="tab"]')[tabs.indexOf(target)]?.focus();
  };
  return (
    <div class="talk-tabs" role="tablist" aria-label={t('talkPanel.tabs')} ref={row} onKeyDown={onKeyDown}>
      {tabs.map((tab) => {
        const name = t(`talkPanel.tab.${tab}`);
        const n = counts[tab];
        return (
          <button
            key={tab}
            type="button"
            role="tab"
            id={`${panelId}-${tab}`}
            aria-selected={tab === shown}
            aria-controls={panelId}
            tabIndex={tab === shown ? 0 : -1}
            aria-label={n > 0 ? t('talkPanel.tabCount', { name, n }) : name}
            onClick={() => {
              auditorium.tab.value = tab;
            }}
          >
            <span class="talk-tab-icon">
              <Icon name={ICONS[tab]} size={20} />
              {n > 0 && <b class={tab === 'questions' ? 'talk-tab-count quiet' : 'talk-tab-count'}>{n > 99 ? '99+' : n}</b>}
            </span>
            <small>{name}</small>
          </button>
        );
      })}
    </div>
  );
}
