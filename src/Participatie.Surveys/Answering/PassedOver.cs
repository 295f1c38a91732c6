using Participatie.Surveys.Definition.Questions;

namespace Participatie.Surveys.Answering;

/// <summary>
/// The words for passing over, in stored answers and wherever a reason stands among choices or counts: never a choice id, which starts with
/// a letter or digit.
/// </summary>
public static class PassedOver
{
    public const string Skipped = "$skipped";
    public const string DontKnow = "$dontknow";
    public const string RatherNot = "$rathernot";

    /// <summary>By the number of the reason.</summary>
    public static readonly IReadOnlyList<string> Words = [Skipped, DontKnow, RatherNot];

    public static string Word(Reason reason) => Words[(int)reason];

    /// <returns>Null when it is no word for passing over.</returns>
    public static Reason? ReasonOf(string? word) => word switch
    {
        Skipped => Reason.Skipped,
        DontKnow => Reason.DontKnow,
        RatherNot => Reason.RatherNot,
        _ => null,
    };

    /// <summary>The same of bytes, without their quotes.</summary>
    public static Reason? ReasonOf(ReadOnlySpan<byte> word) =>
        word.SequenceEqual("$skipped"u8) ? Reason.Skipped
        : word.SequenceEqual("$dontknow"u8) ? Reason.DontKnow
        : word.SequenceEqual("$rathernot"u8) ? Reason.RatherNot
        : null;

    public static bool IsOffered(Question question, Reason reason) => reason switch
    {
        Reason.Skipped => question is { Required: false, IsAsked: true },
        Reason.DontKnow => question.DontKnow,
        _ => question.RatherNot,
    };

    /// <summary>The reasons for which somebody can pass over the question.</summary>
    public static IEnumerable<Reason> Offered(Question question) => Enum.GetValues<Reason>().Where(reason => IsOffered(question, reason));
}
