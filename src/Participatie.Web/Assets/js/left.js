// What is left of a budget, while it is typed. The server counts it again with every button, and is right when the two differ.
export function countLeft() {
  const shown = document.querySelectorAll('.left');
  if (!shown.length) return;
  const [whole, some, none, tooMuch] = shown[0].dataset.over.split('|');
  const form = shown[0].closest('form');
  const fields = [...form.querySelectorAll('input[inputmode="numeric"]')];
  form.addEventListener('input', () => {
    const amounts = fields.map(field => field.value.trim());
    const left = amounts.reduce((rest, amount) => rest - amount, whole);
    // Of what is no number the server says what is wrong; until then nothing wrong is said here.
    const text = amounts.some(amount => /\D/.test(amount)) ? '' : left > 0 ? some : left < 0 ? tooMuch : none;
    for (const place of shown) place.textContent = text.replace('{0}', Math.abs(left));
  });
}
