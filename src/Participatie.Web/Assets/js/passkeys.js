// Asks the browser for a passkey when the form is sent, and sends its answer along. Loaded by the pages about passkeys alone, which have
// no button before: it would do nothing.
const field = document.querySelector('[data-sleutel]');
const form = field && field.form;

const bytes = text => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), letter => letter.charCodeAt(0));
const text = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '');
const withIds = list => (list || []).map(one => Object.assign({}, one, { id: bytes(one.id) }));

async function answer() {
  const asked = JSON.parse(field.dataset.vraag);
  asked.challenge = bytes(asked.challenge);
  if (field.dataset.sleutel === 'maken') {
    asked.user.id = bytes(asked.user.id);
    asked.excludeCredentials = withIds(asked.excludeCredentials);
    return navigator.credentials.create({ publicKey: asked });
  }
  asked.allowCredentials = withIds(asked.allowCredentials);
  return navigator.credentials.get({ publicKey: asked });
}

/** As JSON, which older browsers do not make of it by themselves. */
function asJson(credential) {
  const { response } = credential;
  const said = {};
  for (const part of ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle']) {
    if (response[part]) said[part] = text(response[part]);
  }
  if (response.getTransports) said.transports = response.getTransports();
  return JSON.stringify({
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment || undefined,
    clientExtensionResults: credential.getClientExtensionResults(),
    response: said,
  });
}

const canAsk = 'credentials' in navigator && 'PublicKeyCredential' in window;
if (form) form.querySelector(canAsk ? '[data-sleutel-knop]' : '[data-sleutel-kan-niet]').hidden = false;
if (form && canAsk) {
  const wrong = form.querySelector('[data-sleutel-fout]');
  form.addEventListener('submit', async event => {
    event.preventDefault();
    wrong.hidden = true;
    try {
      field.value = asJson(await answer());
    } catch {
      // Stopped by whoever sits here, or no key fits.
      wrong.hidden = false;
      return;
    }
    form.submit();
  });
}
