using Participatie.Surveys.Analysis.Following;
using Participatie.Surveys.Answering;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Language;
using Participatie.Surveys.Reporting.Results;

namespace Participatie.Web.Pages.Analysis.Desk;

/// <summary>Where people stop, question by question, as it is shown.</summary>
/// <param name="Sentences">At which question the most stop, and which takes longest.</param>
/// <param name="Table">A row a question.</param>
public sealed record FollowWay(IReadOnlyList<string> Sentences, ResultTable Table)
{
    private static readonly (string Key, string Name, Reason? Reason)[] Columns =
    [
        ("staff.way.seen", ShownProgress.Seen, null),
        ("staff.way.answered", ShownProgress.Answered, null),
        ("staff.way.skipped", ShownProgress.Skipped, Reason.Skipped),
        ("staff.way.dontknow", ShownProgress.DontKnow, Reason.DontKnow),
        ("staff.way.rathernot", ShownProgress.RatherNot, Reason.RatherNot),
        ("staff.way.notunderstood", ShownProgress.NotUnderstood, null),
        ("staff.way.left", ShownProgress.Left, null),
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
            .Select(question => new Row(question.Index + 1, question.Item, progress.GetValueOrDefault(question.Item.Id)))
            .ToList();
        if (rows.TrueForAll(row => row.Shown?[ShownProgress.Seen] is null or < 2 * SteppedCounts.Step))
            return null;
        var columns = Columns.Where(column => rows.Exists(row => row.Offers(column.Reason))).ToList();
        return new FollowWay(
            [.. new[] { Stop(MostOf(rows, ShownProgress.Left), words), Slow(MostOf(rows, ShownProgress.Seconds), words) }.OfType<string>()],
            new ResultTable(
                [words["staff.way.question"], .. columns.Select(column => words[column.Key]), words["staff.way.time"]],
                [
                    .. rows.Select(row => new ResultRow(
                        row.Label(words),
                        [.. columns.Select(column => row.Cell(column.Name, column.Reason, words)), row.Time(words)])),
                ]));
    }

    private static Row? MostOf(List<Row> rows, string name) =>
        rows.Where(row => row.Shown?[name] is not null).MaxBy(row => row.Shown![name]);

    private static string? Stop(Row? most, InterfaceWords words) =>
        most is null ? null : words.Format("staff.way.stop", most.Number, most.Question.Text.In(words.Language).Text);

    private static string? Slow(Row? most, InterfaceWords words) => most?.Shown?[ShownProgress.Seconds] is { } seconds
        ? words.Format("staff.way.slow", most.Number, words.Number(seconds), most.Question.Text.In(words.Language).Text)
        : null;

    private sealed record Row(int Number, Question Question, ShownProgress? Shown)
    {
        public bool Offers(Reason? reason) => reason is null || PassedOver.IsOffered(Question, reason.Value);

        public Passage Label(InterfaceWords words)
        {
            var text = Question.Text.In(words.Language);
            return new Passage(words.Format("staff.way.numbered", Number, text.Text), text.Language);
        }

        public ResultCell Cell(string name, Reason? reason, InterfaceWords words) => new(
            Shown?[name] is { } number ? FollowTables.AtLeast(number, words)
            : words[Offers(reason) ? "staff.follow.hidden" : "staff.way.impossible"]);

        public ResultCell Time(InterfaceWords words) => new(
            Shown?[ShownProgress.Seconds] is { } seconds
                ? words.Format("staff.way.seconds", words.Number(seconds))
                : words["staff.follow.hidden"]);
    }
}
