using Participatie.Surveys.Review.Criteria;
using Participatie.Surveys.Review.Studies;

namespace Participatie.Tests.Review;

/// <summary>A study with all that a report needs.</summary>
internal static class GivenStudy
{
    public static readonly DateTimeOffset At = new(2026, 11, 20, 9, 30, 0, TimeSpan.Zero);

    public static Study Complete() => new()
    {
        Title = "Onderzoek najaar",
        Client = "Provincie Drenthe",
        Researcher = "Stichting Kijk",
        On = new DateOnly(2026, 11, 20),
        Norm = "WCAG 2.2 A en AA",
        Version = "1.1",
        Method = "WCAG-EM 1.0\nIn twee dagen.",
        Site = "Participatie Drenthe",
        Scope = "De hele site",
        IsOfWholeSite = true,
        Browsers = "Firefox 140\nChromium 142",
        Baseline = "NVDA 2026, VoiceOver",
        Requirements = "Taal op B1",
        Technologies = "HTML\nSVG",
        Functionality = "Invullen",
        PageTypes = "Vraag, uitslag",
        Summary = "Bijna alles is goed.",
        Sample =
        [
            new(1, "Start", "https://voorbeeld.nl/", SampleKind.Public, false),
            new(2, "Start met een fout", "https://voorbeeld.nl/", SampleKind.Public, false),
            new(3, "Bedankt", "Na het versturen", SampleKind.Public, false),
            new(5, "Beheer", "https://voorbeeld.nl/beheer", SampleKind.Staff, true),
            new(6, "Papier", "https://voorbeeld.nl/papier", SampleKind.Document, false),
        ],
        Judgements =
        [
            .. SuccessCriteria.All.Select(criterion => new Judgement(
                criterion.Id, null, criterion.Number.StartsWith("1.2", StringComparison.Ordinal) ? Verdict.NotApplicable : Verdict.Passed, "", At)),
        ],
    };

    /// <summary>Every verdict on every criterion, on all of it and on each page.</summary>
    public static Study WithEveryVerdict()
    {
        var study = Complete();
        var verdicts = Enum.GetValues<Verdict>();
        int?[] places = [null, .. study.Sample.Select(page => (int?)page.Number)];
        return study with
        {
            Judgements =
            [
                .. from criterion in SuccessCriteria.All.Select((one, at) => (one.Id, At: at))
                   from place in places.Select((number, at) => (Number: number, At: at))
                   select new Judgement(
                       criterion.Id,
                       place.Number,
                       verdicts[(criterion.At + place.At) % verdicts.Length],
                       $"<b>Uitleg</b> bij {criterion.Id}\nop \"{place.Number}\"",
                       At.AddMinutes(criterion.At)),
            ],
        };
    }
}
