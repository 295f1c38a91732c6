using Participatie.Surveys.Answering.Kinds;
using Participatie.Surveys.Definition.Questions;

namespace Participatie.Surveys.Answering.Checks;

/// <summary>The buttons of a question page. None at all is <see cref="Next"/>.</summary>
public static class FormActions
{
    public const string Next = "next";
    public const string Skip = "skip";
    public const string DontKnow = "dontknow";
    public const string RatherNot = "rathernot";

    /// <summary>Puts no more in order.</summary>
    public const string End = "end";

    private const string UpPrefix = "up:";
    private const string DownPrefix = "down:";
    private const string MorePrefix = "more:";
    private const string LessPrefix = "less:";

    public static string Up(string choice) => UpPrefix + choice;

    public static string Down(string choice) => DownPrefix + choice;

    /// <summary>One step more of a budget for that choice.</summary>
    public static string More(string choice) => MorePrefix + choice;

    public static string Less(string choice) => LessPrefix + choice;

    /// <summary>A later step would throw away what the earlier ones said, so only the first one offers to pass over the question.</summary>
    public static bool OffersSkip(Question question, int step) => PassedOver.IsOffered(question, Reason.Skipped) && step <= 1;

    public static bool OffersDontKnow(Question question, int step) => PassedOver.IsOffered(question, Reason.DontKnow) && step <= 1;

    public static bool OffersEnd(Question question, int step) => AnswerKinds.All.For(question).OffersEnd(question, step);

    public static bool OffersRatherNot(Question question, int step) => PassedOver.IsOffered(question, Reason.RatherNot) && step <= 1;

    /// <summary>The choice that gets more or less, and whether more.</summary>
    public static (string Choice, bool More)? Shifted(string way) => Split(way, MorePrefix, LessPrefix);

    /// <summary>The choice that a button moves, and whether up.</summary>
    public static (string Choice, bool Up)? Moved(string way) => Split(way, UpPrefix, DownPrefix);

    private static (string Choice, bool IsFirst)? Split(string way, string first, string second) =>
        way.StartsWith(first, StringComparison.Ordinal) ? (way[first.Length..], true)
        : way.StartsWith(second, StringComparison.Ordinal) ? (way[second.Length..], false)
        : null;
}
