// To whoever is not let in: whom to write to, as the place says it; else that one may ask somebody.
import { useEffect } from 'preact/hooks';
import { useUi } from '../Ui.ts';
import { HouseWords, houseText } from './HouseWords.tsx';

export function AppealWords() {
  const { app, t, language } = useUi();
  useEffect(() => app.readHouse(), []);
  const appeal = app.house.value?.appeal;
  if (!appeal || houseText(appeal, language.value).text === '') return <p class="muted">{t('banned.ask')}</p>;
  return <HouseWords texts={appeal} />;
}
