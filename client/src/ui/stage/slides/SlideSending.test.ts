import type { SlidesSent } from '@comptoir/shared/protocol/http';
import { tuning } from '@comptoir/shared/tuning';
import { expect, test, vi } from 'vitest';
import { SlideLibrary } from './SlideLibrary.ts';
import { type SendingPort, SlideSending } from './SlideSending.ts';
import { testPages } from './testPages.ts';

const pdf = (name = 'plans.pdf', bytes: BlobPart = '%PDF-1.7 and so on'): File => new File([bytes], name, { lastModified: 1 });

function office(port: Partial<SendingPort> = {}) {
  const sent: { name: string; pages: number }[] = [];
  const shown: string[] = [];
  const all: SendingPort = {
    talk: () => 'talk',
    open: async () => testPages(12),
    async send(_document, about, onShare) {
      sent.push(about);
      onShare(0.5);
      return { ok: `id${sent.length}` };
    },
    async show(slides) {
      shown.push(slides);
      return { ok: true };
    },
    ...port,
  };
  const sending = new SlideSending(all);
  return { sending, sent, shown };
}

test('[T70] a file is read, sent with its progress, and shown', async () => {
  const steps: unknown[] = [];
  const { sending, sent, shown } = office();
  sending.state.subscribe((state) => steps.push(state?.step));
  await sending.send(pdf());
  expect(steps).toEqual([undefined, 'reading', 'sending', 'sending', undefined]);
  expect([sent, shown]).toEqual([[{ name: 'plans.pdf', pages: 12 }], ['id1']]);
  expect(sending.wantsFocus.value).toBe(true);
});

test('[T70] the same file of the same talk is not sent twice; when it is gone, it is', async () => {
  const { sending, sent, shown } = office();
  await sending.send(pdf());
  await sending.send(pdf());
  expect([sent.length, shown]).toEqual([1, ['id1', 'id1']]);
  const refusing = office({ show: async (id) => (id === 'id1' ? { refused: 'noSlides' } : { ok: true }) });
  await refusing.sending.send(pdf());
  await refusing.sending.send(pdf());
  expect(refusing.sent.length).toBe(2);
});

test.each([
  ['notPdf', pdf('page.html', '<html>'), {}],
  ['tooLarge', pdf('large.pdf', new Uint8Array(tuning.slideBytes + 1).fill(37, 0, 1)), { open: async () => testPages(1) }],
  ['broken', pdf(), { open: async () => ({ problem: 'broken' as const }) }],
  ['password', pdf(), { open: async () => ({ problem: 'password' as const }) }],
  ['tooManyPages', pdf(), { open: async () => testPages(tuning.slidePages + 1) }],
  ['notSpeaking', pdf(), { talk: () => undefined }],
  ['diskFull', pdf(), { send: async (): Promise<SlidesSent> => ({ failed: 'diskFull' }) }],
] as const)('[T79] %s is said, and nothing is shown', async (problem, file, port) => {
  const { sending, shown } = office(port);
  // a signature and then a lot
  const whole = problem === 'tooLarge' ? new File(['%PDF-', file], file.name) : file;
  await sending.send(whole);
  expect([sending.state.value, shown]).toEqual([{ step: 'refused', name: file.name, problem }, []]);
  sending.cancel();
  expect(sending.state.value).toBeUndefined();
});

test('[T79] what is cancelled is not shown, even if it arrived', async () => {
  const { promise, resolve } = Promise.withResolvers<SlidesSent>();
  const aborted = vi.fn();
  const { sending, shown } = office({
    send(_document, _about, _onShare, signal) {
      signal.addEventListener('abort', aborted);
      return promise;
    },
  });
  const sent = sending.send(pdf());
  await expect.poll(() => sending.state.value?.step).toBe('sending');
  sending.cancel();
  resolve({ ok: 'late' });
  await sent;
  expect([sending.state.value, shown, aborted.mock.calls.length]).toEqual([undefined, [], 1]);
});

test('a document stays open for a moment after nobody looks at it, and is opened once', async () => {
  vi.useFakeTimers();
  const pages = testPages(3);
  const open = vi.fn(async () => pages);
  const library = new SlideLibrary(open);
  const [one, two] = await Promise.all([library.borrow('/slides/a'), library.borrow('/slides/a')]);
  expect([one, open.mock.calls.length]).toEqual([two, 1]);
  library.giveBack('/slides/a');
  library.giveBack('/slides/a');
  await vi.advanceTimersByTimeAsync(1000);
  await library.borrow('/slides/a');
  await vi.advanceTimersByTimeAsync(60_000);
  expect([open.mock.calls.length, pages.isClosed]).toEqual([1, false]);
  library.giveBack('/slides/a');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(pages.isClosed).toBe(true);
  vi.useRealTimers();
});

test('what could not be opened is tried again', async () => {
  let isThere = false;
  const library = new SlideLibrary(async () => (isThere ? testPages(1) : { problem: 'unreachable' }));
  expect(await library.borrow('/slides/a')).toEqual({ problem: 'unreachable' });
  isThere = true;
  expect(await library.borrow('/slides/a')).toHaveProperty('shelf');
});
