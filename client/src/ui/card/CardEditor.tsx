// What I write on my card, for whom each of it is, and how others would read it.
import { DEFAULT_APPEARANCE, lengthOf, normaliseWords } from '@comptoir/shared/people';
import type { Card, CardField, Viewer } from '@comptoir/shared/protocol/cards';
import { tuning } from '@comptoir/shared/tuning';
import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { World } from '../../world/World.ts';
import { Choice } from '../kit/Choice.tsx';
import { CountedArea } from '../kit/CountedArea.tsx';
import { CountedField } from '../kit/CountedField.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { useUi } from '../Ui.ts';
import { CardFace } from './CardFace.tsx';
import { asLink, isLink, previewOf } from './cardParts.ts';
import { ImageField } from './ImageField.tsx';
import { LanguageField } from './LanguageField.tsx';
import { LinkField } from './LinkField.tsx';
import { SeenBySelect } from './SeenBySelect.tsx';
import { type CardDraft, useCardDraft } from './useCardDraft.ts';

export function CardEditor({ world, onClose }: { world: World; onClose: () => void }) {
  const { t } = useUi();
  const mine = useCardDraft();
  const card = mine.draft.value;
  return (
    <Dialog title={t('card.mine')} class="wide card-editor" onClose={onClose}>
      {card ? (
        <CardForm world={world} mine={mine} card={card} onClose={onClose} />
      ) : (
        <p class="muted" role="status">
          {t(mine.refused.value ? `refusal.${mine.refused.value}` : 'card.loading')}
        </p>
      )}
    </Dialog>
  );
}

interface CardFormProps {
  world: World;
  mine: CardDraft;
  card: Card;
  onClose: () => void;
}

function CardForm({ world, mine, card, onClose }: CardFormProps) {
  const { t, language } = useUi();
  const link = asLink(card.link);
  const isTried = useSignal(false);
  const fits =
    [card.doing, card.explore].every((text) => lengthOf(text.trim()) <= tuning.cardTextLength) &&
    lengthOf(normaliseWords(card.now)) <= tuning.nowLength &&
    lengthOf(normaliseWords(card.places)) <= tuning.cardPlacesLength &&
    isLink(link);
  const save = async (event: Event): Promise<void> => {
    event.preventDefault();
    isTried.value = true;
    if (fits && (await mine.save({ ...card, link }))) onClose();
  };
  const seenBy = (field: CardField) => (
    <SeenBySelect
      field={field}
      value={card.seenBy[field]}
      onChoose={(chosen) => mine.change({ seenBy: { ...card.seenBy, [field]: chosen } })}
    />
  );
  const untilMs = card.now !== '' && card.now === mine.saved.value?.now ? mine.nowUntilMs.value : undefined;
  const until = new Intl.DateTimeFormat(language.value, { weekday: 'long', hour: '2-digit', minute: '2-digit' });
  const { refused } = mine;
  return (
    <form class="card-form" onSubmit={(event) => void save(event)} noValidate>
      <div class="card-columns">
        <div class="card-inputs">
          <CountedField
            label={t('card.now')}
            value={card.now}
            limit={tuning.nowLength}
            hint={untilMs === undefined ? t('card.nowHint') : t('card.nowUntil', { time: until.format(untilMs) })}
            beside={seenBy('now')}
            onInput={(now) => mine.change({ now })}
          />
          <CountedArea
            label={t('card.doing')}
            value={card.doing}
            limit={tuning.cardTextLength}
            beside={seenBy('doing')}
            onInput={(doing) => mine.change({ doing })}
          />
          <CountedArea
            label={t('card.explore')}
            value={card.explore}
            limit={tuning.cardTextLength}
            beside={seenBy('explore')}
            onInput={(explore) => mine.change({ explore })}
          />
          <LanguageField chosen={card.languages} beside={seenBy('languages')} onChange={(languages) => mine.change({ languages })} />
          <CountedField
            label={t('card.places')}
            value={card.places}
            limit={tuning.cardPlacesLength}
            hint={t('card.placesHint')}
            beside={seenBy('places')}
            onInput={(places) => mine.change({ places })}
          />
          <LinkField
            value={card.link}
            problem={isTried.value && !isLink(link) ? t('refusal.badLink') : undefined}
            beside={seenBy('link')}
            onInput={(typed) => mine.change({ link: typed })}
          />
          <ImageField
            image={card.image}
            name={world.me.value?.name ?? ''}
            beside={seenBy('image')}
            onChange={(image) => mine.change({ image })}
          />
        </div>
        <Preview world={world} card={{ ...card, link }} />
      </div>
      <div class="dialog-verbs at-foot">
        <p class="save-state" role={refused.value ? 'alert' : 'status'}>
          {refused.value
            ? t(`refusal.${refused.value}`)
            : t(!mine.isChanged ? 'card.allSaved' : mine.isOld ? 'card.draft' : 'card.unsaved')}
        </p>
        {mine.isChanged && (
          <button type="button" class="button quiet" onClick={mine.discard}>
            {t('card.discard')}
          </button>
        )}
        <button type="submit" class="button primary" aria-disabled={!mine.isChanged || !fits}>
          {t('word.save')}
        </button>
      </div>
    </form>
  );
}

const READERS = {
  everybody: { rank: 'visitor', met: false },
  members: { rank: 'member', met: false },
  met: { rank: 'visitor', met: true },
} as const satisfies Record<string, Viewer>;

function Preview({ world, card }: { world: World; card: Card }) {
  const { t } = useUi();
  const id = useId();
  const as = useSignal<keyof typeof READERS>('everybody');
  const me = world.me.value;
  return (
    <section class="card-preview" aria-labelledby={id}>
      <h3 id={id}>{t('card.preview')}</h3>
      <Choice
        label={t('card.previewAs')}
        labelHidden
        value={as.value}
        options={(['everybody', 'members', 'met'] as const).map((value) => ({ value, label: t(`card.preview.${value}`) }))}
        onChoose={(chosen) => {
          as.value = chosen;
        }}
      />
      <div class="card-paper">
        <CardFace
          name={me?.name ?? ''}
          trade={me?.trade ?? ''}
          appearance={me?.appearance ?? DEFAULT_APPEARANCE}
          rank={me?.rank}
          card={previewOf(card, READERS[as.value])}
          empty={t('card.previewEmpty')}
        />
      </div>
    </section>
  );
}
