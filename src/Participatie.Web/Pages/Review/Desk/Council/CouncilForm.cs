using System.Globalization;
using Participatie.Surveys.Review.Criteria;
using Participatie.Surveys.Review.Findings;
using Participatie.Web.FormParts;

namespace Participatie.Web.Pages.Review.Desk.Council;

/// <summary>What the desk's forms about the council are called.</summary>
internal static class CouncilForm
{
    public const string LookAt = "kijken";
    public const string Days = "dagen";
    public const string Consent = "akkoord";
    public const string Call = "gesprek";
    public const string Words = "woorden";
    public const string Easy = "makkelijk";
    public const string Severity = "hoe-erg";
    public const string Subject = "waarover";
    public const string Place = "pagina";
    public const string Member = "lid";
    public const string Kind = "antwoord";
    public const string Version = "versie";
    public const string Day = "dag";
    public const string Other = "punt";
    public const string Seen = "gezien";
    public const string Way = "doe";
    public const string Unseen = "niemand-keek";
    public const string Invite = "uitnodigen";
    public const string NewLink = "nieuwe-link";
    public const string EndLink = "stop-link";
    public const string Account = "wie";
    public const string Anybody = "anders";
    public const string Name = "naam";
    public const string Mail = "mail";
    public const string Join = "samen";
    public const string Apart = "uit-elkaar";
    public const string Criterion = "regel";
    public const string Classify = "regel-bewaren";
    public const string Unclassify = "regel-weg";
    public const string Anyway = "toch";

    public static string Text(IFormCollection form, string name) => form[name].ToString().ReplaceLineEndings("\n");

    public static int Number(IFormCollection form, string name) => Number(form[name].ToString());

    /// <returns>0, which nothing is numbered by, when it is no number.</returns>
    public static int Number(string typed) =>
        int.TryParse(typed.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}

/// <summary>What somebody filled in to ask for a round, kept whatever it is.</summary>
public sealed record TypedRound(string LookAt, string Days, string Consent)
{
    public static TypedRound Nothing { get; } = new("", "", "");

    internal static TypedRound From(IFormCollection form) => new(
        CouncilForm.Text(form, CouncilForm.LookAt), form[CouncilForm.Days].ToString().Trim(), CouncilForm.Text(form, CouncilForm.Consent));
}

/// <summary>What somebody filled in about something that hinders, kept whatever it is.</summary>
public sealed record TypedFinding(string Words, string Place, Severity? Severity, FindingSubject? Subject, string Member)
{
    public static TypedFinding Nothing { get; } = new("", "", null, FindingSubject.Questions, "");

    internal static TypedFinding From(IFormCollection form) => new(
        CouncilForm.Text(form, CouncilForm.Words),
        form[CouncilForm.Place].ToString(),
        EnumOf<Severity>(form[CouncilForm.Severity]),
        EnumOf<FindingSubject>(form[CouncilForm.Subject]),
        form[CouncilForm.Member].ToString());

    /// <summary>A page that the round does not show is none.</summary>
    internal NewFinding Read(IEnumerable<string> pages) =>
        new(pages.Contains(Place, StringComparer.Ordinal) ? Place : "", Words, Severity!.Value, Subject!.Value);

    internal static T? EnumOf<T>(string? text)
        where T : struct, Enum => Enum.TryParse<T>(text, out var value) && Enum.IsDefined(value) && value.ToString() == text ? value : null;
}

/// <summary>What somebody filled in as an answer, kept whatever it is.</summary>
public sealed record TypedAnswer(AnswerKind? Kind, string Words, string Easy, string Version, DayFields Day, string Other)
{
    public static TypedAnswer Nothing { get; } = new(null, "", "", "", DayFields.Nothing, "");

    /// <summary>The number of a criterion of WCAG.</summary>
    public string Criterion { get; init; } = "";

    /// <summary>It is solved, also where the page says the same as before.</summary>
    public bool IsAnyway { get; init; }

    internal static TypedAnswer From(IFormCollection form) => new(
        TypedFinding.EnumOf<AnswerKind>(form[CouncilForm.Kind]),
        CouncilForm.Text(form, CouncilForm.Words),
        CouncilForm.Text(form, CouncilForm.Easy),
        form[CouncilForm.Version].ToString().Trim(),
        DayFields.From(form, CouncilForm.Day),
        form[CouncilForm.Other].ToString().Trim())
    {
        Criterion = form[CouncilForm.Criterion].ToString().Trim(),
        IsAnyway = form.ContainsKey(CouncilForm.Anyway),
    };

    /// <returns>Null when there is none with that number.</returns>
    internal static Criterion? CriterionOf(string number) => SuccessCriteria.All.FirstOrDefault(one => one.Number == number);
}
