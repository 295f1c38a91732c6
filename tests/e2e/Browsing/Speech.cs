namespace Participatie.Journeys.Browsing;

/// <summary>
/// A device that speaks: the browser of the tests has no voice of its own. It says nothing further until the test lets it.
/// </summary>
internal sealed class Speech(IPage page)
{
    private const string Pretend = """
        (() => {
          const said = JSON.parse(sessionStorage.getItem('said') || '[]');
          const speech = {
            voices: [], now: null,
            getVoices() { return this.voices; },
            speak(utterance) {
              said.push(utterance.text);
              sessionStorage.setItem('said', JSON.stringify(said));
              this.now = utterance;
              sessionStorage.setItem('speaking', 'yes');
            },
            cancel() {
              sessionStorage.setItem('speaking', 'no');
              const was = this.now;
              this.now = null;
              if (was && was.onerror) was.onerror({ error: 'canceled' });
            },
            finish() { const was = this.now; this.now = null; was.onend({}); },
          };
          Object.defineProperty(window, 'speechSynthesis', { value: speech });
          window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
          // Voices come late, as they do in browsers.
          addEventListener('load', () => setTimeout(() => {
            speech.voices = VOICES;
            if (speech.onvoiceschanged) speech.onvoiceschanged(new Event('voiceschanged'));
          }, 50));
        })();
        """;

    /// <param name="visitor">Before they open a page.</param>
    /// <param name="voices">Such as <c>{ lang: 'nl-NL', localService: true }</c>.</param>
    public static async Task<Speech> OfAsync(Visitor visitor, params string[] voices)
    {
        await visitor.Page.Context.AddInitScriptAsync(Pretend.Replace("VOICES", $"[{string.Join(',', voices)}]", StringComparison.Ordinal));
        return new Speech(visitor.Page);
    }

    /// <summary>Everything that was spoken on this device, sentence by sentence.</summary>
    public Task<string[]> SaidAsync() => page.EvaluateAsync<string[]>("() => JSON.parse(sessionStorage.getItem('said') || '[]')");

    public Task<bool> IsSpeakingAsync() => page.EvaluateAsync<bool>("() => sessionStorage.getItem('speaking') === 'yes'");

    /// <summary>The sentence is over.</summary>
    public Task FinishAsync() => page.EvaluateAsync("() => speechSynthesis.finish()");

    public Task FailAsync() => page.EvaluateAsync("() => speechSynthesis.now.onerror({ error: 'synthesis-failed' })");
}
