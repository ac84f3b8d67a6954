// Tabs: one panel at a time, arrow keys move between the tabs.
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useId, useRef } from 'preact/hooks';

interface TabsProps {
  label: string;
  tabs: readonly { id: string; label: string; content: ComponentChildren }[];
  /** Index of the one that is open at first. */
  first?: number;
}

export function Tabs({ label, tabs, first = 0 }: TabsProps) {
  const base = useId();
  const open = useSignal(first);
  const row = useRef<HTMLDivElement>(null);
  const show = (index: number): void => {
    open.value = (index + tabs.length) % tabs.length;
    row.current?.querySelectorAll<HTMLElement>('[role="tab"]')[open.value]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowRight') show(open.value + 1);
    else if (event.key === 'ArrowLeft') show(open.value - 1);
    else if (event.key === 'Home') show(0);
    else if (event.key === 'End') show(tabs.length - 1);
    else return;
    event.preventDefault();
  };
  return (
    <div class="tabs">
      <div class="tab-row" role="tablist" aria-label={label} ref={row} onKeyDown={onKeyDown}>
        {tabs.map((tab, index) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`${base}-${tab.id}`}
            aria-selected={index === open.value}
            aria-controls={`${base}-panel`}
            tabIndex={index === open.value ? 0 : -1}
            onClick={() => show(index)}
          >
            {tab.label}
          </button>
        ))}
      </div>
      <div class="tab-panel" role="tabpanel" id={`${base}-panel`} aria-labelledby={`${base}-${tabs[open.value]?.id}`}>
        {tabs[open.value]?.content}
      </div>
    </div>
  );
}
