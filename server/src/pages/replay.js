// Beside the page of a talk that was recorded: its times lead the player without loading the page again, and the chapter that is heard is marked.
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
