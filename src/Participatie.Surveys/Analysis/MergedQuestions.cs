using System.Globalization;
using Participatie.Surveys.Analysis.Tallies;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Questions;

namespace Participatie.Surveys.Analysis;

/// <param name="Key">The question's id; with the number of its last version behind it when a later version asks something else under that
/// id.</param>
/// <param name="Question">As the newest version asks it, with choices behind it that only older versions offered.</param>
/// <param name="Shape">What counts must have to be this question's.</param>
/// <param name="IsPersonal">It is about the person.</param>
/// <param name="Versions">Those that ask it, newest first.</param>
public sealed record MergedQuestion(string Key, Question Question, string Shape, bool IsPersonal, IReadOnlyList<int> Versions)
{
    /// <summary>Every version shows it after the same answers, or to everybody.</summary>
    public bool HasOneCondition { get; init; } = true;
}

/// <summary>
/// The questions of all versions, each once, in the newest version's order. Cells are the same when their ids are. An id that changed its
/// kind or shape is another question, and so is one that only some versions ask about the person: what is shown in full and what is
/// protected are never added up.
/// </summary>
public static class MergedQuestions
{
    public static IReadOnlyList<MergedQuestion> Of(IEnumerable<PublishedVersion> versions)
    {
        var merged = new List<MergedQuestion>();
        foreach (var version in versions.OrderByDescending(version => version.Number))
        {
            var personal = PersonalQuestions.Of(version.Definition);
            foreach (var question in version.Definition.Numbered)
            {
                var shape = KindTally.All.For(question).TallyOf(question).Shape;
                var isPersonal = personal.Contains(question.Id);
                var at = merged.FindIndex(
                    known => known.Question.Id == question.Id && known.Shape == shape && known.IsPersonal == isPersonal);
                if (at >= 0)
                {
                    merged[at] = merged[at] with
                    {
                        Question = Join(merged[at].Question, question),
                        Versions = [.. merged[at].Versions, version.Number],
                        HasOneCondition = merged[at].HasOneCondition && IsSame(merged[at].Question.ShowWhen, question.ShowWhen),
                    };
                    continue;
                }

                var taken = merged.Exists(known => known.Key == question.Id);
                var key = taken ? string.Create(CultureInfo.InvariantCulture, $"{question.Id}@{version.Number}") : question.Id;
                merged.Add(new MergedQuestion(key, question, shape, isPersonal, [version.Number]));
            }
        }

        return merged;
    }

    private static Question Join(Question newer, Question older) => KindTally.All.For(newer).Join(newer, older) with
    {
        DontKnow = newer.DontKnow || older.DontKnow,
        RatherNot = newer.RatherNot || older.RatherNot,
        Required = newer.Required && older.Required,
    };

    private static bool IsSame(Condition? one, Condition? other) =>
        one?.Question == other?.Question && (one?.IsAnyOf ?? []).ToHashSet(StringComparer.Ordinal).SetEquals(other?.IsAnyOf ?? []);
}
