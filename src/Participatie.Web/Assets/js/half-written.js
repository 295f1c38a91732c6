// What a member of the council is writing reaches the server while it is typed, so that another device or another day goes on from there.
// Loaded by the pages where a member writes. Without it a button keeps the text.
const PAUSE = 2000;
const mark = document.querySelector('[data-half]');
const form = mark && mark.closest('form');

if (form && 'fetch' in window && 'keepalive' in new Request('')) {
  let waits;
  const keep = () => {
    clearTimeout(waits);
    waits = undefined;
    const fields = new URLSearchParams(new FormData(form));
    fields.set(...mark.dataset.half.split('='));
    // What fails is sent with the next letter, or by the button.
    fetch(form.action, { method: 'POST', body: fields, keepalive: true, redirect: 'manual' }).catch(() => {});
  };
  form.addEventListener('input', () => {
    clearTimeout(waits);
    waits = setTimeout(keep, PAUSE);
  });
  // What is sent is kept by the form itself; leaving the page must not keep it once more as half written.
  form.addEventListener('submit', () => {
    clearTimeout(waits);
    waits = undefined;
  });
  addEventListener('pagehide', () => { if (waits) keep(); });
}
