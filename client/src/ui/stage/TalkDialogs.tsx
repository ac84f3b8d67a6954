// Beginning, changing and ending a talk: small dialogs that say what happens.
import { lengthOf, normaliseWords } from '@comptoir/shared/people';
import { isRefused } from '@comptoir/shared/protocol/requests';
import { tuning } from '@comptoir/shared/tuning';
import { useSignal } from '@preact/signals';
import type { World } from '../../world/World.ts';
import { useAskOnce } from '../hosting/useAskOnce.ts';
import { Dialog } from '../kit/Dialog.tsx';
import { Icon } from '../kit/Icon.tsx';
import { useUi } from '../Ui.ts';
import { type TalkDraft, TalkFields } from './TalkFields.tsx';

const isUsable = ({ title }: TalkDraft): boolean => {
  const length = lengthOf(normaliseWords(title));
  return length > 0 && length <= tuning.talkTitleLength;
};

/** What stands in the lines of a programme, as many as it may have. */
const titlesOf = (lines: string): string[] =>
  lines
    .split('\n')
    .map(normaliseWords)
    .filter((title) => title !== '')
    .slice(0, tuning.programmeMost);

export function StartTalkDialog({ onClose }: { onClose: () => void }) {
  const { app, t, language } = useUi();
  const once = useAskOnce();
  const draft = useSignal<TalkDraft>({
    title: '',
    language: language.value,
    anonymous: false,
    openStage: true,
    programme: '',
    record: false,
  });
  const start = (): Promise<void> => {
    const { title, language: spoken, anonymous, openStage, programme, record = false } = draft.peek();
    return once.run(
      async () => {
        const answer = await app.actions.ask('startTalk', {
          title: normaliseWords(title),
          language: spoken,
          record,
          programme: titlesOf(programme),
        });
        // what it begins with is set by its rule; only what differs is asked for
        if (!isRefused(answer) && (anonymous || !openStage)) await app.actions.ask('changeTalk', { anonymous, openStage });
        return answer;
      },
      () => onClose(),
    );
  };
  const idle = once.busy || !isUsable(draft.value);
  return (
    <Dialog title={t('stage.startTitle')} onClose={onClose} class="talk-dialog" ownFocus>
      <TalkForm draft={draft} verb={t('stage.start')} idle={idle} problem={once.problem} onDo={() => void start()} onClose={onClose} />
    </Dialog>
  );
}

export function EditTalkDialog({ world, onClose }: { world: World; onClose: () => void }) {
  const { app, t } = useUi();
  const once = useAskOnce();
  const stage = world.auditorium.stage.peek();
  const { title = '', language = 'en', anonymous = false, openStage = true, programme = [] } = stage ?? {};
  const draft = useSignal<TalkDraft>({ title, language, anonymous, openStage, programme: programme.join('\n') });
  const save = (): Promise<void> =>
    once.run(
      () => {
        const { title: wished, programme: lines, record: _, ...flags } = draft.peek();
        return app.actions.ask('changeTalk', { ...flags, title: normaliseWords(wished), programme: titlesOf(lines) });
      },
      () => onClose(),
    );
  return (
    <Dialog title={t('stage.editTitle')} onClose={onClose} class="talk-dialog" ownFocus>
      <TalkForm
        draft={draft}
        verb={t('word.save')}
        idle={once.busy || !isUsable(draft.value)}
        problem={once.problem}
        onDo={() => void save()}
        onClose={onClose}
      />
    </Dialog>
  );
}

interface TalkFormProps {
  draft: Parameters<typeof TalkFields>[0]['draft'];
  verb: string;
  idle: boolean;
  problem: string | undefined;
  onDo: () => void;
  onClose: () => void;
}

function TalkForm({ draft, verb, idle, problem, onDo, onClose }: TalkFormProps) {
  const { t } = useUi();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!idle) onDo();
      }}
    >
      <TalkFields draft={draft} />
      {problem && (
        <p class="note strong" role="alert">
          <Icon name="warning" size={20} />
          {problem}
        </p>
      )}
      <div class="dialog-verbs">
        <button type="submit" class="button primary" aria-disabled={idle}>
          {verb}
        </button>
        <button type="button" class="button" onClick={onClose}>
          {t('word.cancel')}
        </button>
      </div>
    </form>
  );
}
