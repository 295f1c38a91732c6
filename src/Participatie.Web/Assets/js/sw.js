// The service worker: where a page cannot come because there is no network, it shows the one page that was put on the device for that
// (connection/offline.js). It keeps no page, no form and no answer. What was to be sent goes into that page as hidden fields, so that
// its one button sends the same again; the server takes the same answer twice for one.
// To be rid of it: publish in its place a script that says  registration.unregister(); caches.delete('geen-internet').
addEventListener('install', () => skipWaiting());
addEventListener('activate', event => event.waitUntil(clients.claim()));
addEventListener('fetch', event => {
  const { request } = event;
  if (request.mode !== 'navigate') return;
  const unsent = request.method === 'POST' ? request.clone() : null;
  event.respondWith(fetch(request).catch(() => withoutNetwork(unsent)));
});

async function withoutNetwork(unsent) {
  const cache = await caches.open('geen-internet');
  const [address] = await cache.keys();
  const page = address && await cache.match(address);
  if (!page) return Response.error();
  let html = await page.text();
  if (unsent) {
    const fields = [...new URLSearchParams(await unsent.text())].map(([name, value]) => `<input type="hidden" name="${quoted(name)}" value="${quoted(value)}">`);
    const form = `<form method="post" action="${quoted(unsent.url)}">${fields.join('')}`;
    html = html.replace(/<p data-get>[^]*?<\/p>/, '').replace(/<form hidden[^>]*>/, () => form);
  }

  const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' };
  for (const name of ['content-security-policy', 'referrer-policy']) headers[name] = page.headers.get(name) || '';
  return new Response(html, { status: 503, headers });
}

const quoted = text => text.replace(/[&"<>]/g, character => `&#${character.charCodeAt(0)};`);
