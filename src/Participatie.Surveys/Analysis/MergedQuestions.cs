using System.Globalization;
using Participatie.Surveys.Analysis.Tallies;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Questions;

namespace Participatie.Surveys.Analysis;

/// <param name="Key">The question's id; with the number of its last version behind it when a later version asks something else under that id.</param>
/// <param name="Question">As the newest version asks it, with choices behind it that only older versions offered.</param>
/// <param name="Shape">What counts must have to be this question's.</param>
/// <param name="Versions">Those that ask it, newest first.</param>
public sealed record MergedQuestion(string Key, Question Question, string Shape, IReadOnlyList<int> Versions);

/// <summary>The questions of all versions, each once, in the newest version's order. Cells are the same when their ids are; an id that changed kind is another question.</summary>
public static class MergedQuestions
{
    public static IReadOnlyList<MergedQuestion> Of(IEnumerable<PublishedVersion> versions)
    {
        var merged = new List<MergedQuestion>();
        foreach (var version in versions.OrderByDescending(version => version.Number))
        {
            foreach (var question in version.Definition.Numbered)
            {
                var shape = KindTallies.For(question).Shape;
                var at = merged.FindIndex(known => known.Question.Id == question.Id && known.Shape == shape);
                if (at >= 0)
                {
                    merged[at] = merged[at] with { Question = Union(merged[at].Question, question), Versions = [.. merged[at].Versions, version.Number] };
                    continue;
                }

                var taken = merged.Exists(known => known.Key == question.Id);
                var key = taken ? string.Create(CultureInfo.InvariantCulture, $"{question.Id}@{version.Number}") : question.Id;
                merged.Add(new MergedQuestion(key, question, shape, [version.Number]));
            }
        }

        return merged;
    }

    private static Question Union(Question newer, Question older)
    {
        newer = newer with
        {
            DontKnow = newer.DontKnow || older.DontKnow,
            RatherNot = newer.RatherNot || older.RatherNot,
            Required = newer.Required && older.Required,
        };
        return (newer, older) switch
        {
            (ChoiceQuestion now, ChoiceQuestion then) => now with { Offered = Union(now.Offered, then.Offered) },
            (ChoicesQuestion now, ChoicesQuestion then) => now with
            {
                Offered = Union(now.Offered, then.Offered),
                AtMost = now.AtMost is { } atMost && then.AtMost is { } before ? Math.Max(atMost, before) : null,
            },
            (RankingQuestion now, RankingQuestion then) => now with { Offered = Union(now.Offered, then.Offered), Places = Math.Max(now.Places, then.Places) },
            (StatementsQuestion now, StatementsQuestion then) => now with { Statements = Union(now.Statements, then.Statements) },
            (BudgetQuestion now, BudgetQuestion then) => now with { Offered = Union(now.Offered, then.Offered) },
            (NumberQuestion now, NumberQuestion then) => now with { Min = Math.Min(now.Min, then.Min), Max = Math.Max(now.Max, then.Max), BandWidth = now.BandWidth },
            _ => newer,
        };
    }

    private static List<Choice> Union(IReadOnlyList<Choice> newer, IReadOnlyList<Choice> older) =>
        [.. newer, .. older.Where(choice => newer.All(known => known.Id != choice.Id))];
}
