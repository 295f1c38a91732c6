// A voice of the device itself. Voices elsewhere are left alone: they would hear what somebody reads.

const primary = tag => tag.toLowerCase().split(/[-_]/)[0];

/** The best local voice for a language; undefined when there is none. Of several first the one of the country with that name: nl-NL before nl-BE. */
export function voiceFor(lang, voices) {
  const name = primary(lang);
  const local = voices.filter(voice => voice.localService && primary(voice.lang) === name);
  return local.find(voice => voice.lang.toLowerCase().replace('_', '-') === `${name}-${name}`) || local[0];
}

/** Speaks sentence by sentence: Chrome falls silent in long texts, and each start says what to mark. */
export function deviceSpeaker(synthesis, told) {
  let turn = 0;
  let spoken;
  const say = (sentences, at, mine) => {
    if (mine !== turn) return;
    if (at === sentences.length) {
      told.done();
      return;
    }
    const voice = voiceFor(sentences[at].lang, synthesis.getVoices());
    if (!voice) {
      told.failed();
      return;
    }
    // Kept: some browsers forget the events of an utterance that nobody holds.
    spoken = new SpeechSynthesisUtterance(sentences[at].text);
    spoken.voice = voice;
    spoken.lang = voice.lang;
    spoken.rate = 0.9;
    spoken.onend = () => say(sentences, at + 1, mine);
    spoken.onerror = () => { if (mine === turn) told.failed(); };
    told.at(at);
    synthesis.speak(spoken);
  };
  const hush = () => {
    turn++;
    synthesis.cancel();
  };
  return {
    // Going on repeats the sentence: its own pause does not work on Android, and half a sentence is hard to follow.
    play(sentences, at) {
      hush();
      say(sentences, at, turn);
    },
    pause: hush,
    stop: hush,
  };
}
