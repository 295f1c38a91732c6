using Participatie.Surveys.Answering;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Language;
using Participatie.Web.QuestionInputs.Kinds;

namespace Participatie.Web.Pages.Answering;

/// <summary>All answers before they are sent.</summary>
public sealed record CheckView
{
    /// <summary>Where a problem with sending leads.</summary>
    public const string SendId = "versturen";

    /// <summary>A way of sending: as somebody who got no letter.</summary>
    public const string WithoutCode = "without-code";

    public required string Slug { get; init; }

    public required Consultation Definition { get; init; }

    public required IReadOnlyList<CheckRow> Rows { get; init; }

    public required string Back { get; init; }

    public required bool IsClosing { get; init; }

    public required bool IsOrganisation { get; init; }

    /// <summary>Until when they can be sent, when somebody closed it early.</summary>
    public DateTimeOffset? SendsUntil { get; init; }

    /// <summary>What happened since the draft was saved.</summary>
    public IReadOnlyList<LifeEvent> News { get; init; } = [];

    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>The code from the letter was used by somebody else meanwhile, and one may take part without.</summary>
    public bool OffersWithoutCode { get; init; }

    /// <summary>
    /// The id of the answer to a question, or to one of its statements: where the way back from a change ends. No id has a full stop.
    /// </summary>
    public static string RowOf(Question question, int step) =>
        $"antwoord-{question.Id}" + (KindPages.All.For(question).HasRowPerStep ? $".{step}" : "");

    internal static CheckView Of(Visit visit, InterfaceWords words, IReadOnlyList<Problem> problems) => new()
    {
        Slug = visit.Slug,
        Definition = visit.Definition,
        Rows = [.. visit.Journey.Visible.SelectMany(question => RowsOf(visit, question, words))],
        Back = visit.AddressOf(visit.Journey.Visible[^1], visit.Answers),
        IsClosing = visit.State == OpenState.ClosedForNew,
        SendsUntil = visit.SendsUntil,
        News = visit.News,
        IsOrganisation = visit.Draft is { Organisation: true },
        Problems = problems,
    };

    private static IEnumerable<CheckRow> RowsOf(Visit visit, Question question, InterfaceWords words)
    {
        if (!question.IsAsked || visit.Answers.To(question) is not { } answer)
        {
            return [];
        }

        var pages = KindPages.All.For(question);
        return pages.HasRowPerStep && answer is not Missing
            ? Enumerable.Range(1, Steps.Count(question))
                .Select(step => Row(pages.TextOf(question, step), step, visit.AddressOf(question, step)))
            : [Row(question.Text, step: 1, visit.AddressOf(question, visit.Answers))];

        CheckRow Row(Text text, int step, string change) => new(
            RowOf(question, step), text.In(words.Language), AnswerInWords.Of(question, answer, step, visit.Draft!.Rotation, words), change);
    }
}

/// <param name="Id">On the page.</param>
/// <param name="Question">What was asked.</param>
/// <param name="Lines">What was answered.</param>
/// <param name="Change">Where it can be changed; from there the way leads back.</param>
public sealed record CheckRow(string Id, Passage Question, IReadOnlyList<AnswerLine> Lines, string Change);
