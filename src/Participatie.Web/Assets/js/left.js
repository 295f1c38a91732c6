// What is left of a budget, while it is typed. The server counts it again with every button, and is right when the two differ.
export function countLeft() {
  const shown = document.querySelectorAll('.left');
  if (!shown.length) return;
  const [whole, apart, one, many, some, none, tooMuch] = shown[0].dataset.over.split('\n');
  const say = (amount) => `${String(amount).replace(/\B(?=(\d{3})+$)/g, apart)} ${amount == 1 ? one : many}`;
  const form = shown[0].closest('form');
  const fields = [...form.querySelectorAll('input[inputmode="numeric"]')];
  form.addEventListener('input', () => {
    let left = whole;
    for (const field of fields) {
      const typed = field.value.trim();
      // Thousands as the page writes them, or with a space.
      const amount = /^\d*$|^\d{1,3}(\D)\d{3}(\1\d{3})*$/.test(typed) && [apart, ' ', undefined].includes(typed.match(/\D/)?.[0]) ? Number(typed.replace(/\D/g, '')) : NaN;
      left -= amount;
      if (amount >= 0) {
        field.parentNode.querySelector('[id^="nu-"]').textContent = say(amount);
        field.nextElementSibling.textContent = amount == 1 ? one : many;
      }
    }
    // Of what is no number the server says what is wrong; until then nothing wrong is said here.
    const text = isNaN(left) ? '' : left > 0 ? some : left < 0 ? tooMuch : none;
    for (const place of shown) place.textContent = text.replace('{0}', say(Math.abs(left)));
  });
}
