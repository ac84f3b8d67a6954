// The part of a talk's panel that scrolls, by keyboard too where nothing in it can be pressed.
import type { ComponentChildren, Ref } from 'preact';
import type { TalkTab } from '../../../world/Auditorium.ts';
import { useUi } from '../../Ui.ts';

interface TalkScrollProps {
  tab: TalkTab;
  class?: string;
  box?: Ref<HTMLElement>;
  children: ComponentChildren;
}

export function TalkScroll({ tab, class: extra = '', box, children }: TalkScrollProps) {
  const { t } = useUi();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
    <section ref={box ?? null} class={`talk-scroll ${extra}`} tabIndex={0} aria-label={t(`talkPanel.tab.${tab}`)}>
      {children}
    </section>
  );
}
