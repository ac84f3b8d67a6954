// What became of an account just now: how one came back from a letter or a provider, that one signed out, when it is erased.
import type { Words } from '../../i18n/translate.ts';
import { dayWords } from '../door/timeWords.ts';
import { AppealWords } from '../house/AppealWords.tsx';
import { Icon } from '../kit/Icon.tsx';
import { useUi } from '../Ui.ts';

export function AccountNotes() {
  const { app, t, language } = useUi();
  const news = app.account.news.value;
  // that one is in, one sees
  if (!news || news.kind === 'in') return null;
  const isFine = ['kept', 'signedOut', 'erased', 'erasing'].includes(news.kind);
  const words: Words = news.kind === 'erasing' ? { day: dayWords(news.atMs, Date.now(), language.value) } : {};
  return (
    <>
      <p class={isFine ? 'note account-news' : 'note strong account-news'} role={isFine ? 'status' : 'alert'}>
        <Icon name={isFine ? 'key' : 'warning'} size={20} />
        {t(`account.news.${news.kind}`, words)}
      </p>
      {news.kind === 'banned' && <AppealWords />}
    </>
  );
}
