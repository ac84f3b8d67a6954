// What leaders and hosts change of a talk that is over, part by part; each saves by itself.
import type { PastTalkDetail } from '@comptoir/shared/protocol/replay';
import { type Answer, isRefused } from '@comptoir/shared/protocol/requests';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useAskOnce } from '../../hosting/useAskOnce.ts';
import { Icon } from '../../kit/Icon.tsx';
import { Switch } from '../../kit/Switch.tsx';
import { useUi } from '../../Ui.ts';
import { ChangeChapters } from './ChangeChapters.tsx';
import { ChangeLinks } from './ChangeLinks.tsx';
import { ChangeWords } from './ChangeWords.tsx';
import { dayWords } from './shelfWords.ts';
import { WrittenList } from './WrittenList.tsx';

export function ChangeTalk({ talk, onBack }: { talk: string; onBack: () => void }) {
  const { app, t, language } = useUi();
  const detail = useSignal<PastTalkDetail | undefined>(undefined);
  const sure = useSignal(false);
  const once = useAskOnce();
  const read = async (): Promise<void> => {
    const answer = await app.actions.ask('pastTalk', { talk });
    if (isRefused(answer)) onBack();
    else detail.value = answer.talk;
  };
  useEffect(() => {
    void read();
  }, [talk]);
  const shown = detail.value;
  if (!shown) return null;
  /** What is seen is what the office has. */
  const ask = (asked: Promise<Answer<'editTalk'>>): Promise<void> =>
    once.run(
      () => asked,
      () => void read(),
    );
  const edit = (change: Parameters<typeof app.actions.ask<'editTalk'>>[1]): Promise<void> => ask(app.actions.ask('editTalk', change));
  const date = shown.keptUntilMs === null ? '' : dayWords(shown.keptUntilMs, language.value);
  return (
    <div class="change-talk">
      <p class="verbs-line">
        <button type="button" class="text-button" onClick={onBack}>
          {t('shelf.back')}
        </button>
        <a class="button small" href={shown.page} target="_blank" rel="noopener" aria-label={t('shelf.readFull', { title: shown.title })}>
          {t('shelf.read')}
        </a>
      </p>
      {once.problem && (
        <p class="note strong" role="alert">
          <Icon name="warning" size={20} />
          {once.problem}
        </p>
      )}
      <ChangeWords key={`${shown.title} ${shown.summary.join('\n')}`} detail={shown} onSave={(change) => edit({ talk, ...change })} />
      <ChangeChapters detail={shown} onSave={(change) => ask(app.actions.ask('editChapter', { talk, ...change }))} />
      <ChangeLinks key={JSON.stringify(shown.links)} detail={shown} onSave={(links) => edit({ talk, links })} />
      {shown.of === 'talk' && (
        <WrittenList detail={shown} onRemove={(what, id) => ask(app.actions.ask('removeFromTalk', { talk, what, id }))} />
      )}
      <section class="change-part">
        <Switch
          label={t(`record.keep.${shown.of}`)}
          {...(date === '' ? {} : { hint: t('record.keepHint', { date }) })}
          on={shown.kept}
          onChange={(kept) => void edit({ talk, kept })}
        />
        {shown.of === 'talk' && (
          <Switch
            label={t('record.podcast')}
            hint={t('record.podcastHint')}
            on={shown.podcast}
            onChange={(podcast) => void edit({ talk, podcast })}
          />
        )}
      </section>
      <section class="change-part">
        {sure.value ? (
          <div class="note strong" role="alertdialog" aria-label={t('record.deleteTitle', { title: shown.title })}>
            <p>{t(`record.deleteHint.${shown.of}`)}</p>
            <div class="dialog-verbs">
              <button
                type="button"
                class="button strong"
                aria-disabled={once.busy}
                onClick={() => void once.run(() => app.actions.ask('removeTalk', { talk }), onBack)}
              >
                {t('record.deleteYes')}
              </button>
              <button
                type="button"
                class="button"
                autofocus
                onClick={() => {
                  sure.value = false;
                }}
              >
                {t('record.deleteNo')}
              </button>
            </div>
          </div>
        ) : (
          <button
            type="button"
            class="button"
            onClick={() => {
              sure.value = true;
            }}
          >
            <Icon name="erase" size={20} />
            {t(`record.delete.${shown.of}`)}
          </button>
        )}
      </section>
    </div>
  );
}
