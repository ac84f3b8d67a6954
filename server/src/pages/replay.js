// Beside the page of a talk that was recorded: its times lead the player without loading the page again, and the chapter that is heard is marked.
// While the recording is being prepared, says how far that is, and when it is there: nobody's half-written answer is lost to another page.
const players = [...document.querySelectorAll('video, audio')];
const chapters = [...document.querySelectorAll('.chapters a[data-at]')];

addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a[data-at]') : null;
  const player = players.find((one) => !one.paused) ?? players[0];
  if (!link || !player || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button !== 0) return;
  event.preventDefault();
  player.currentTime = Number(link.dataset.at);
  document.getElementById('player')?.scrollIntoView({ block: 'nearest' });
  // where a browser forbids it, the player stands at the right place all the same
  player.play().catch(() => undefined);
});

for (const player of players)
  player.addEventListener('timeupdate', () => {
    const now = chapters.findLast((link) => Number(link.dataset.at) <= player.currentTime + 0.1);
    for (const link of chapters) {
      if (link === now) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
  });

const LOOK_MS = 5000;
const waiting = document.querySelector('#player.preparing');

async function look() {
  const answer = document.hidden ? undefined : await fetch(location.href, { cache: 'no-store' }).catch(() => undefined);
  const page = answer?.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html') : undefined;
  const now = page?.getElementById('player');
  if (!page || now?.classList.contains('preparing')) {
    const [bar, ahead] = [waiting, now].map((one) => one?.querySelector('progress'));
    if (bar && ahead) bar.value = ahead.value;
    else if (ahead) waiting.querySelector('[role=status]').after(ahead);
    setTimeout(look, LOOK_MS);
    return;
  }
  const [news, link] = [waiting.querySelector('[role=status]'), waiting.querySelector('[data-show]')];
  waiting.querySelector('progress')?.remove();
  waiting.querySelector('.hint')?.remove();
  // made in vain: it says so itself
  news.textContent = now?.querySelector('video, audio') ? news.dataset.ready : (now?.querySelector('p')?.textContent ?? '');
  link.textContent = link.dataset.show;
}

if (waiting) setTimeout(look, LOOK_MS);
