using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Language;

namespace Participatie.Surveys.Answering.Checks;

/// <summary>
/// What was written beside a choice ("Anders, namelijk"). Words without any choice choose it: nothing else can be meant. Words beside
/// another choice are asked about, because they may as well be left over from a choice that was taken back; nothing of them is lost. The
/// choice without words is an answer too.
/// </summary>
internal static class OtherCheck
{
    /// <param name="attempt">At a question that has such a choice, or not.</param>
    /// <param name="accepted">What was chosen.</param>
    public static Checked With(Attempt attempt, Answer accepted)
    {
        if (attempt.Question.Other is not { } other || WordsOf(attempt) is not { Length: > 0 } words)
        {
            return new Accepted(accepted);
        }

        if (!Has(accepted, other.Id))
        {
            return attempt.RefuseAt(other.Id, "check.other", other.Text.In(attempt.Words.Language).Text);
        }

        var written = new Written(words, attempt.Words.Language);
        return Measure(attempt, other, words) is { } refused ? refused
            : new Accepted(accepted is Chosen chosen ? chosen with { Other = written } : (ChosenMany)accepted with { Other = written });
    }

    /// <summary>The choice itself when only its line was filled in.</summary>
    public static IReadOnlyList<string> Ticked(Attempt attempt, IReadOnlyList<string> posted) =>
        posted.Count == 0 && attempt.Question.Other is { } other && WordsOf(attempt).Length > 0 ? [other.Id] : posted;

    /// <summary>What was written in the line, whether or not its choice was chosen; empty when nothing was.</summary>
    public static string WordsOf(Attempt attempt) =>
        attempt.Question.Other is { } other ? TypedText.Line(attempt.FilledIn.PartValue(other.Id) ?? "") : "";

    private static bool Has(Answer accepted, string other) =>
        accepted is Chosen chosen
            ? chosen.Choice == other
            : accepted is ChosenMany many && many.Choices.Contains(other, StringComparer.Ordinal);

    private static Refused? Measure(Attempt attempt, Choice other, string words) =>
        PerceivedText.IsLongerThan(words, Choice.LongestOther)
            ? attempt.RefuseAt(other.Id, "check.too-long", PerceivedText.Length(words), Choice.LongestOther)
        : PerceivedText.IsTooHeavy(words) ? attempt.RefuseAt(other.Id, "check.too-heavy")
        : null;
}
