using System.Globalization;
using System.Text;
using Participatie.Surveys.Language;

namespace Participatie.Web.ReadingAloud;

/// <summary>Makes the sound of one passage with espeak-ng and lame.</summary>
public sealed class SpeakPassage(SpeechPrograms programs)
{
    /// <summary>A long passage takes a second.</summary>
    internal TimeSpan Within { get; init; } = TimeSpan.FromSeconds(30);

    public bool IsPossible => programs is { Espeak: not null, Lame: not null };

    /// <returns>An MP3; null when a program failed or hung, or when nothing can be heard.</returns>
    public async Task<byte[]?> AsMp3Async(Passage passage, CancellationToken cancellationToken)
    {
        // The text goes in by the pipe: as an argument it could look like an option, and other accounts could read it.
        var text = Encoding.UTF8.GetBytes(Voice.Spoken(passage));
        string[] arguments =
        [
            "-v", Voice.For(passage.Language), "-s", Voice.Speed.ToString(CultureInfo.InvariantCulture), "-b", "1", "--stdin", "--stdout",
        ];
        var spoken = await RunProgram.Async(programs.Espeak!, arguments, text, Within, cancellationToken);
        if (spoken is null || Wave.Read(spoken) is not var (rate, samples))
        {
            return null;
        }

        var sound = await RunProgram.Async(programs.Lame!, Mp3.Arguments(rate), samples, Within, cancellationToken);
        return sound is { Length: > 0 } ? sound : null;
    }
}
