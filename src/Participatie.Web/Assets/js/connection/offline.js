// Puts the page for a dead network on the device: only it, in the language of this page, and never an answer. On a question page, never before somebody begins.
import { isShared } from './typed.js';

const WEEK = 7 * 24 * 60 * 60 * 1000;

export function beReadyForNoNetwork() {
  const mark = document.querySelector('[data-geen-internet]');
  if (!mark || !navigator.serviceWorker || isShared()) return;
  const begin = () => prepare(mark.dataset.geenInternet).catch(() => {});
  if (document.readyState === 'complete') begin();
  else addEventListener('load', begin);
}

async function prepare(address) {
  let script = '/sw.js';
  // The content policy wants to know who makes the address of a script.
  if (window.trustedTypes) script = window.trustedTypes.createPolicy('sw', { createScriptURL: text => text }).createScriptURL(script);
  await navigator.serviceWorker.register(script);
  // Where no worker comes nothing would show the page.
  await navigator.serviceWorker.ready;
  const cache = await caches.open('geen-internet');
  const key = `${address}?${document.documentElement.lang}`;
  const kept = await cache.match(key);
  if (kept && Date.now() - Date.parse(kept.headers.get('date')) < WEEK) return;
  const page = await fetch(address, { cache: 'no-store' });
  if (!page.ok) return;
  for (const old of await cache.keys()) await cache.delete(old);
  await cache.put(key, page);
}
