using System.Globalization;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Reporting.Decisions;
using Participatie.Web.FormParts;

namespace Participatie.Web.Pages.Reporting.Desk;

/// <summary>What somebody typed on the page of a decision, kept whatever it is.</summary>
public sealed record DecisionForm
{
    public const string Heard = "hoorden";
    public const string HeardEasy = "hoorden-makkelijk";
    public const string Outcome = "besluit";
    public const string Why = "waarom";
    public const string WhyEasy = "waarom-makkelijk";
    public const string DecidedBy = "wie";
    public const string By = "wanneer";
    public const string Progress = "stand";
    public const string ProgressReason = "stand-reden";
    public const string Note = "toelichting";
    public const string Seen = "gezien";
    public const string Way = "keuze";
    public const string Save = "bewaar";
    public const string Publish = "openbaar";
    public const string TakeBack = "weghalen";

    private static readonly Dictionary<string, string> Fields = new(StringComparer.Ordinal)
    {
        [nameof(DecisionText.Heard)] = Heard,
        [nameof(DecisionText.HeardEasy)] = HeardEasy,
        [nameof(DecisionText.Outcome)] = Outcome,
        [nameof(DecisionText.Why)] = Why,
        [nameof(DecisionText.WhyEasy)] = WhyEasy,
        [nameof(DecisionText.DecidedBy)] = DecidedBy,
        [nameof(DecisionText.ProgressReason)] = ProgressReason,
    };

    public required DecisionText Text { get; init; }

    public required DayFields Day { get; init; }

    public string NoteText { get; init; } = "";

    /// <summary>The newest revision when the form was made; null when the form does not say.</summary>
    public int? SeenRevision { get; init; }

    /// <summary>As it stands, for whoever goes on with it.</summary>
    public static DecisionForm Of(Decision? decision) => new()
    {
        Text = decision?.Latest.Text ?? new DecisionText(),
        Day = decision?.Latest.Text.By is { } day ? DayFields.Of(day) : DayFields.Nothing,
        SeenRevision = decision?.Latest.Number ?? 0,
    };

    public static DecisionForm From(IFormCollection form, CultureInfo culture)
    {
        var day = DayFields.From(form, By);
        return new DecisionForm
        {
            Text = new DecisionText
            {
                Heard = Words(Heard),
                HeardEasy = Words(HeardEasy),
                Outcome = Enum.TryParse<DecisionOutcome>(form[Outcome].ToString(), out var outcome) && Enum.IsDefined(outcome)
                    ? outcome
                    : null,
                Why = Words(Why),
                WhyEasy = Words(WhyEasy),
                DecidedBy = Words(DecidedBy),
                By = day.Read(culture),
                Progress = Enum.TryParse<DecisionProgress>(form[Progress].ToString(), out var progress) && Enum.IsDefined(progress)
                    ? progress
                    : DecisionProgress.None,
                ProgressReason = Words(ProgressReason),
            },
            Day = day,
            NoteText = Words(Note),
            SeenRevision = int.TryParse(form[Seen], NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : null,
        };

        string Words(string name) => form[name].ToString().ReplaceLineEndings("\n");
    }

    /// <summary>The same problem at the field of the page.</summary>
    public static Problem AtField(Problem problem) => problem with { At = Fields[problem.At] };
}
