// A form that cannot be sent stays as it is, says so, and is sent again by one button. Only where the browser is sure that there is no network:
// asking the server first would cost every answer a round trip, and sending by script would have to rebuild redirects, refusals and Back.
// A network that is dead without the browser knowing is met by the service worker (../sw.js), which has the unsent form in hand.
export function sayUnsent() {
  const alert = document.querySelector('[data-onverzonden]');
  if (!alert) return;
  const form = alert.closest('form');
  const again = alert.querySelector('button');
  let pressed;
  // Enter in a field presses the first button too.
  form.addEventListener('click', event => {
    const button = event.target.closest('button');
    if (button && button !== again) pressed = button;
  });
  form.addEventListener('submit', event => {
    alert.hidden = true;
    if (navigator.onLine !== false) return;
    event.preventDefault();
    // Hidden and shown anew, so that it is said anew.
    setTimeout(() => {
      alert.hidden = false;
      again.focus();
    });
  });
  again.onclick = () => pressed && pressed.click();
}
