// Starts the service worker, for pages that are opened later; never while developing, and only where browsers have one.

/** After everything else: nobody waits for it, and it takes nothing from the first load. */
export function startWorker(): void {
  // absent on plain http
  const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  if (!import.meta.env.PROD || !workers) return;
  // a browser that keeps nothing refuses; then there is only no page that says what is missing
  const register = () => void workers.register('/sw.js', { updateViaCache: 'none' }).catch(() => undefined);
  if (document.readyState === 'complete') register();
  else addEventListener('load', register, { once: true });
}
