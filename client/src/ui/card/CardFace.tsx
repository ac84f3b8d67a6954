// A card as one reads it: who, what they do, what they look for; fields that are not for me are not there.
import type { Appearance, Rank } from '@comptoir/shared/people';
import type { CardView } from '@comptoir/shared/protocol/cards';
import { Icon } from '../kit/Icon.tsx';
import { Portrait } from '../kit/Portrait.tsx';
import type { Status } from '../kit/StatusMark.tsx';
import { RankMark } from '../people/RankMark.tsx';
import { useUi } from '../Ui.ts';
import { languageName, linkWords } from './cardParts.ts';

interface CardFaceProps {
  name: string;
  trade: string;
  appearance: Appearance;
  card: CardView;
  rank?: Rank | undefined;
  status?: Status | undefined;
  met?: boolean;
  /** Said where nothing is written. */
  empty: string;
}

export function CardFace({ name, trade, appearance, card, rank, status, met, empty }: CardFaceProps) {
  const { t, language } = useUi();
  const { now, doing, explore, languages, places, link, image } = card;
  const isEmpty = Object.keys(card).length === 0;
  return (
    <div class="card-face">
      <div class="card-who">
        <Portrait appearance={appearance} {...(status ? { status } : {})} size={64} />
        <span class="person-words">
          <b>
            {name}
            {rank && <RankMark rank={rank} />}
          </b>
          {trade && <span class="card-trade">{trade}</span>}
          {met && <small class="muted">{t('card.met')}</small>}
        </span>
      </div>
      {now && (
        <p class="card-now">
          <Icon name="clock" size={18} />
          <span class="visually-hidden">{t('card.now')}: </span>
          <span>{now}</span>
        </p>
      )}
      {isEmpty && <p class="muted">{empty}</p>}
      {(doing || explore || languages || places || link) && (
        <dl class="card-fields">
          {doing && <Field label={t('card.doing')}>{doing}</Field>}
          {explore && <Field label={t('card.explore')}>{explore}</Field>}
          {languages && <Field label={t('card.languages')}>{languages.map((code) => languageName(code, language.value)).join(', ')}</Field>}
          {places && <Field label={t('card.places')}>{places}</Field>}
          {link && (
            <div>
              <dt>{t('card.link')}</dt>
              <dd>
                <a href={link} target="_blank" rel="noopener noreferrer nofollow">
                  {linkWords(link)}
                </a>
              </dd>
            </div>
          )}
        </dl>
      )}
      {image && <CardImage id={image} name={name} />}
    </div>
  );
}

function Field({ label, children }: { label: string; children: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function CardImage({ id, name }: { id: string; name: string }) {
  const { t } = useUi();
  const address = `/api/files/${encodeURIComponent(id)}`;
  return (
    <a class="card-image" href={address} target="_blank" rel="noopener noreferrer">
      <img src={address} alt={t('card.imageAlt', { name })} loading="lazy" />
    </a>
  );
}
