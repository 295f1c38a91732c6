// What somebody is typing stays on this device until the server has it: a lost connection, a reload or a crash of the browser loses nothing.
// One item for each question that is being typed, {t: when, s: was sent, v: {field: text}}, under "getypt SLUG DRAFT PATH". The draft's mark keeps
// the words of one person from the next one on the same device.
const PREFIX = 'getypt ';
const DAY = 24 * 60 * 60 * 1000;

export function keepTyped() {
  const store = localStorage;
  const mark = document.querySelector('[data-bewaar]');
  const own = mark && PREFIX + mark.dataset.bewaar + ' ' + location.pathname;
  tidy(store, mark);
  if (!mark || isShared()) return;

  const form = mark.closest('form');
  const fields = [...form.querySelectorAll('textarea, input[type="text"]')];
  // A refused answer is shown again, but the server does not have it.
  const isRefused = !!form.querySelector('[aria-invalid="true"]');
  const isAsShown = () => fields.every(field => field.value === field.defaultValue);

  const keep = sent => {
    try {
      if (isAsShown() && !isRefused) store.removeItem(own);
      else store.setItem(own, JSON.stringify({ t: Date.now(), s: sent, v: Object.fromEntries(fields.map(field => [field.name, field.value])) }));
    } catch {
      // Full: typing itself goes on.
    }
  };

  const kept = read(store, own);
  if (kept) {
    for (const field of fields) if (field.name in kept.v) field.value = kept.v[field.name];
    mark.hidden = isAsShown();
    if (mark.hidden && !isRefused) store.removeItem(own);
  }

  mark.querySelector('button').onclick = () => {
    for (const field of fields) field.value = field.defaultValue;
    store.removeItem(own);
    mark.hidden = true;
    if (fields[0]) fields[0].focus();
  };
  form.addEventListener('input', event => { if (fields.includes(event.target)) keep(0); });
  form.addEventListener('submit', event => { if (!event.defaultPrevented && store.getItem(own)) keep(1); });
  // Here again after sending: it did not arrive.
  addEventListener('pageshow', () => { if (store.getItem(own)) keep(0); });
}

export const isShared = () => !!document.querySelector('[data-gedeeld]');

/** Throws away what is a day old, what is another person's, what was wiped, and what has reached the server: the page behind it came. */
function tidy(store, mark) {
  const [slug, draft] = mark ? mark.dataset.bewaar.split(' ') : [];
  const wiped = document.querySelector('[data-wist]');
  const from = document.referrer && new URL(document.referrer).pathname;
  for (const key of Object.keys(store)) {
    if (!key.startsWith(PREFIX)) continue;
    const [ofSlug, ofDraft, path] = key.slice(PREFIX.length).split(' ');
    const kept = read(store, key);
    const arrived = kept && kept.s && path === from && path !== location.pathname;
    const strange = ofSlug === slug && ofDraft !== draft;
    const gone = isShared() || (wiped && wiped.dataset.wist === ofSlug);
    if (!kept || !(Date.now() - kept.t < DAY) || arrived || strange || gone) store.removeItem(key);
  }
}

function read(store, key) {
  try {
    const kept = JSON.parse(store.getItem(key));
    return kept && typeof kept.v === 'object' ? kept : null;
  } catch {
    return null;
  }
}
