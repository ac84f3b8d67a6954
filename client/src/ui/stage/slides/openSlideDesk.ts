// What a page has of slides: documents that are open, the one I send, and where I look. The reader of PDFs is fetched when one is there.
import { computed, effect } from '@preact/signals-core';
import type { UiPort } from '../../UiPort.ts';
import { type OpenPages, SlideLibrary } from './SlideLibrary.ts';
import { SlideReading } from './SlideReading.ts';
import { SlideSending } from './SlideSending.ts';

export interface SlideDesk {
  library: SlideLibrary;
  sending: SlideSending;
  reading: SlideReading;
}

const openPages: OpenPages = async (source) => {
  const reader = await import('./pdf.ts').catch(() => undefined);
  return reader ? reader.openPdf(source) : { problem: 'unreachable' };
};

export function openSlideDesk(app: UiPort): SlideDesk {
  const { actions } = app;
  const slides = computed(() => app.world.value?.auditorium.slides.value);
  const reading = new SlideReading({
    slides,
    turn: (page) => actions.ask('turnPage', { page }),
    later: (run, ms) => setTimeout(run, ms),
  });
  const sending = new SlideSending({
    talk: () => {
      const conversation = app.world.peek()?.talk.conversation.peek();
      return conversation?.kind === 'talk' && conversation.role === 'speaker' ? conversation.id : undefined;
    },
    open: openPages,
    send: (document, about, onShare, signal) => actions.sendSlides(document, about, onShare, signal),
    show: (id) => actions.ask('showSlides', { slides: id }),
  });
  // as long as the page
  effect(() => {
    if (slides.value) reading.told(slides.value);
  });
  return { library: new SlideLibrary(openPages), sending, reading };
}
