// "Lees voor", "Pauze" or "Ga door", and "Stop". Nothing speaks by itself, and leaving the page ends it.
import { passagesOf, unwrap, wrap } from './passages.js';
import { deviceSpeaker, voiceFor } from './device.js';
import { fileSpeaker } from './file.js';

export function readAloud() {
  const box = document.querySelector('.voorlezen');
  if (!box) return;
  const [main, end] = box.querySelectorAll('button');
  const status = box.querySelector('[role="status"]');
  const file = box.querySelector('audio');
  const synthesis = window.speechSynthesis;
  let speaker;
  let sentences = [];
  let at = 0;
  let state = 'lees';

  const mark = on => sentences.length && sentences[at].spans.forEach(span => span.classList.toggle('voorgelezen', on));

  const show = (next, said = '') => {
    state = next;
    main.textContent = main.dataset[state];
    end.hidden = state === 'lees';
    status.textContent = status.dataset[said] || '';
  };

  const finish = said => {
    // The button that is about to go must not take the focus along.
    if (document.activeElement === end) main.focus();
    mark(false);
    unwrap(sentences);
    sentences = [];
    at = 0;
    show('lees', said);
  };

  const told = {
    at(index) {
      if (at !== index) mark(false);
      at = index;
      mark(true);
      const [span] = sentences[at].spans;
      if (span) span.scrollIntoView({ block: 'nearest' });
    },
    done: () => finish('klaar'),
    failed: () => finish('mislukt'),
  };

  const hasVoice = ({ lang }) => synthesis && voiceFor(lang, synthesis.getVoices());

  /** A recording comes first when there is one; then the device, then the server's file. */
  const offer = () => {
    if (state !== 'lees') return;
    const passages = passagesOf(document);
    speaker = passages.length && (passages.every(hasVoice) ? deviceSpeaker(synthesis, told) : file && fileSpeaker(file, told));
    main.parentNode.hidden = !speaker;
    if (file) file.parentNode.hidden = !!speaker;
  };

  main.onclick = () => {
    if (state === 'pauze') {
      speaker.pause();
      show('verder', 'stil');
      return;
    }
    if (state === 'lees') sentences = wrap(passagesOf(document));
    show('pauze');
    speaker.play(sentences, at);
  };
  const stop = () => {
    if (state === 'lees') return;
    speaker.stop();
    finish();
  };
  end.onclick = stop;
  addEventListener('pagehide', stop);
  // Voices come late in some browsers.
  if (synthesis) synthesis.onvoiceschanged = offer;
  offer();
}
