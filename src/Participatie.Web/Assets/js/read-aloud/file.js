// The file that the server made. It says when each passage ends; the sentences of one take as long as they are.

/** When each sentence begins, in seconds; empty when the page has other passages than the file. */
export function beginnings(sentences, ends) {
  const found = [];
  if (!sentences.length || sentences[sentences.length - 1].passage !== ends.length - 1) return found;
  ends.forEach((until, passage) => {
    const mine = sentences.filter(sentence => sentence.passage === passage);
    const letters = mine.reduce((sum, { text }) => sum + text.length, 0);
    let from = passage ? ends[passage - 1] : 0;
    for (const { text } of mine) {
      found.push(from);
      from += (until - (passage ? ends[passage - 1] : 0)) * text.length / letters;
    }
  });
  return found;
}

export function fileSpeaker(audio, told) {
  const ends = audio.dataset.tot.split(' ').map(tenths => tenths / 10);
  let starts = [];
  let at = -1;
  audio.ontimeupdate = () => {
    const now = starts.filter(start => start <= audio.currentTime).length - 1;
    if (audio.paused || now < 0 || now === at) return;
    at = now;
    told.at(at);
  };
  audio.onended = told.done;
  return {
    play(sentences) {
      starts = beginnings(sentences, ends);
      at = -1;
      // Refused when pausing came first, which is no failure.
      audio.play().catch(refused => { if (refused.name !== 'AbortError') told.failed(); });
    },
    pause: () => audio.pause(),
    stop() {
      audio.pause();
      audio.currentTime = 0;
    },
  };
}
