using Participatie.Surveys.Analysis.Following;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Language;
using Participatie.Surveys.Reporting.Results;

namespace Participatie.Web.Pages.Analysis.Desk;

/// <summary>Where people stop, question by question, as it is shown.</summary>
/// <param name="Sentences">At which question the most stop, and which takes longest.</param>
/// <param name="Table">A row a question.</param>
public sealed record FollowWay(IReadOnlyList<string> Sentences, ResultTable Table)
{
    private static readonly (string Key, string Name)[] Columns =
    [
        ("staff.way.seen", ShownProgress.Seen),
        ("staff.way.answered", ShownProgress.Answered),
        ("staff.way.skipped", ShownProgress.Skipped),
        ("staff.way.dontknow", ShownProgress.DontKnow),
        ("staff.way.rathernot", ShownProgress.RatherNot),
        ("staff.way.notunderstood", ShownProgress.NotUnderstood),
        ("staff.way.left", ShownProgress.Left),
    ];

    /// <param name="questions">Of all versions, those of the newest first.</param>
    /// <param name="progress">What is shown of each.</param>
    /// <param name="words">Of the page.</param>
    /// <returns>Null when nothing is shown of any question.</returns>
    internal static FollowWay? Of(
        IReadOnlyList<Question> questions, IReadOnlyDictionary<string, ShownProgress> progress, InterfaceWords words)
    {
        // Information between questions is passed by with a press: it is no question where anybody stops to think.
        var rows = questions.Where(question => question.IsAsked).DistinctBy(question => question.Id).Index()
            .Select(question => new Row(question.Index + 1, question.Item.Text.In(words.Language), progress.GetValueOrDefault(question.Item.Id)))
            .ToList();
        if (rows.TrueForAll(row => row.Shown?[ShownProgress.Seen] is null or < 2 * SteppedCounts.Step))
            return null;
        return new FollowWay(
            [
                .. MostOf(rows, ShownProgress.Left) is { } stop ? [words.Format("staff.way.stop", stop.Number, stop.Text.Text)] : Array.Empty<string>(),
                .. MostOf(rows, ShownProgress.Seconds) is { } slow
                    ? [words.Format("staff.way.slow", slow.Number, words.Number(slow.Shown![ShownProgress.Seconds]!.Value), slow.Text.Text)]
                    : Array.Empty<string>(),
            ],
            new ResultTable(
                [words["staff.way.question"], .. Columns.Select(column => words[column.Key]), words["staff.way.time"]],
                [.. rows.Select(row => row.Of(words))]));
    }

    private static Row? MostOf(List<Row> rows, string name) => rows.Where(row => row.Shown?[name] is not null).MaxBy(row => row.Shown![name]);

    private sealed record Row(int Number, Passage Text, ShownProgress? Shown)
    {
        public ResultRow Of(InterfaceWords words) => new(
            new Passage(words.Format("staff.way.numbered", Number, Text.Text), Text.Language),
            [
                .. Columns.Select(column => new ResultCell(
                    Shown?[column.Name] is { } number ? FollowTables.AtLeast(number, words) : words["staff.follow.hidden"])),
                new ResultCell(
                    Shown?[ShownProgress.Seconds] is { } seconds
                        ? words.Format("staff.way.seconds", words.Number(seconds))
                        : words["staff.follow.hidden"]),
            ]);
    }
}
